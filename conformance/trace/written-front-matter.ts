import type { Nodes } from 'mdast'
import { z } from 'zod'
import { dataOf } from './front-matter.ts'
import type { WrittenLine } from './written-lines.ts'

const STEPS = /^(?:steps|how_?to|instructions)$/i

/** What of an entry says what a person does, the first that is there. */
const Entry = z.union([
  z.string(),
  z
    .object({ title: z.string(), name: z.string(), text: z.string(), action: z.string() })
    .partial()
    .loose()
    .transform(({ title, name, text, action, ...others }) => {
      const [first] = Object.values(others).filter((value) => typeof value === 'string')
      return title ?? name ?? text ?? action ?? first ?? ''
    }),
])
const Entries = z.array(Entry)

/** The steps that a page's front matter lists. */
export function linesOfFrontMatter(node: Extract<Nodes, { type: 'yaml' | 'toml' }>): WrittenLine[] {
  const first = (node.position?.start.line ?? 1) + 1
  const written = node.value.split('\n')
  const lineOf = (text: string) => {
    const at = written.findIndex((line) => line.includes(text.split('\n')[0] ?? ''))
    return first + Math.max(0, at)
  }
  return Object.entries(dataOf(node)).flatMap(([key, value]) => {
    const entries = STEPS.test(key) ? Entries.safeParse(value) : undefined
    return (entries?.data ?? []).map((text, n) => ({
      text,
      line: lineOf(text),
      where: 'in the front matter',
      number: n + 1,
    }))
  })
}
