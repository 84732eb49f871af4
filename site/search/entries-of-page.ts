import { parse } from 'node-html-parser'
import type { Entry } from './entry.ts'

/** What is said of a section in the list of what was found, in letters. */
const LONGEST = 110

const textOf = (html: { text: string }) => html.text.replace(/\s+/g, ' ').trim()

const shortened = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s\S*$/, '')} …` : text

/**
 * A page of the documentation and its sections, each with its first sentences.
 * @param html the built page, its text within one `article`
 * @param href its address
 */
export function entriesOfPage(html: string, href: string): Entry[] {
  const article = parse(html).querySelector('article')
  const title = article?.querySelector('h1')
  if (!article || !title) throw new Error(`${href} has no article with a heading: the search cannot name it.`)
  const headings = [title, ...article.querySelectorAll('h2[id], h3[id]')]
  return headings.map((heading) => {
    const id = heading === title ? undefined : heading.getAttribute('id')
    const next = heading.nextElementSibling
    const about = next && /^(P|UL|OL)$/.test(next.tagName) ? shortened(textOf(next)) : ''
    return {
      kind: 'doc',
      text: textOf(heading),
      where: [id && textOf(title), about].filter(Boolean).join(' · '),
      href: id ? `${href}#${id}` : href,
    }
  })
}
