import { readLink } from '../../wire/link.ts'

/** What is random in the links of a page that was rendered, each once. */
export function randomIn(html: string): string[] {
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => readLink(href))
  const parts = links.flatMap((link) => ('parts' in link ? link.parts : []))
  return [...new Set(parts.flatMap(({ text, isRandom }) => (isRandom ? text : [])))]
}
