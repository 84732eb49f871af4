import { describe, expect, it } from 'vitest'
import { linksOf } from './links-of.ts'

describe('the links of a mail', () => {
  it.each([
    ['<a href="/a?b=1&amp;c=2">Go <b>there</b>\n now</a>', [{ label: 'Go there now', href: '/a?b=1&c=2' }]],
    ['<a aria-label="Named" href="/y">icon <i>x</i></a>', [{ label: 'Named', href: '/y' }]],
    ['<a>no link</a><A HREF=/z>z</A>', [{ label: 'z', href: '/z' }]],
    ['<!-- <a href="/no">no</a> --><a href="/x">open', [{ label: 'open', href: '/x' }]],
    ['<a href="">here</a>', [{ label: 'here', href: '' }]],
    ['', []],
  ])('%s', (html, links) => {
    expect(linksOf(html)).toEqual(links)
  })

  const MANY = 300_000
  it.each([
    ['nested elements', '<div>'],
    ['nested links', '<a href="/x">'],
    ['unclosed tags', '<a '],
    ['unclosed values', '<a href="'],
    ['comments', '<!--'],
    ['entities', '&#'],
    ['line breaks', '\n'],
    ['formatting that is closed out of order', '<b><p></b>'],
  ])('takes no longer than a moment for %s', (_what, part) => {
    const start = performance.now()
    linksOf(`<a href="/first">first</a>${part.repeat(MANY)}`)
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(linksOf(`<a href="/first">first</a>${part.repeat(MANY)}`)[0]).toEqual({
      label: 'first',
      href: '/first',
    })
  })
})
