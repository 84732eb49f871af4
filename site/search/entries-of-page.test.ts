import { expect, test } from 'vitest'
import { entriesOfPage } from './entries-of-page.ts'
import { find } from './find.ts'

const PAGE = `<body><nav><h2 id="no">Pages</h2></nav><article><h1>In a pipeline</h1><p>A check   runs on
a CI.</p><h2 id="shards">Shards</h2><p>${'Split the run. '.repeat(20)}</p><h2>Without an address</h2></article></body>`

test('a page of the documentation is found by its title and its sections', () => {
  const entries = entriesOfPage(PAGE, '/docs/pipeline/')
  expect(entries.map(({ text, href }) => [text, href])).toEqual([
    ['In a pipeline', '/docs/pipeline/'],
    ['Shards', '/docs/pipeline/#shards'],
  ])
  expect(entries[0]?.where).toBe('A check runs on a CI.')
  expect(entries[1]?.where).toMatch(/^In a pipeline · Split .{50,110} …$/)
  expect(find(entries, 'pipeline split').entries[0]?.href).toBe('/docs/pipeline/#shards')
})

test('a page without a heading is an error that names it', () => {
  expect(() => entriesOfPage('<article></article>', '/docs/x/')).toThrow('/docs/x/ has no article')
})
