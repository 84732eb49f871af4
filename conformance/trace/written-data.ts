import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { z } from 'zod'
import { dataOf } from './front-matter.ts'
import { oneLine, plainText } from './plain-text.ts'
import type { Page } from './read-page.ts'
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
  const from = node.position?.start.line ?? 1
  const written = node.value.split('\n')
  return Object.entries(dataOf(node)).flatMap(([key, value]) => {
    const entries = STEPS.test(key) ? Entries.safeParse(value) : undefined
    return (entries?.data ?? []).map((text, n) => ({
      text,
      line:
        from +
        1 +
        Math.max(
          0,
          written.findIndex((line) => line.includes(text.split('\n')[0] ?? '')),
        ),
      where: 'in the front matter',
      number: n + 1,
    }))
  })
}

/** Every text in a value, in order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\n|<br\s*\/?>/i)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The steps of the `HowTo`s in a value: https://schema.org/HowToStep. */
function howToSteps(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { '@type': type, text, name } = value as Record<string, unknown>
  const own = type === 'HowToStep' || type === 'HowToDirection' ? (text ?? name) : undefined
  return typeof own === 'string' ? [own] : Object.values(value).flatMap(howToSteps)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Data that a page shows, or tells a search engine, with the line that each begins on. */
const blocks: { pattern: RegExp; where: string; texts: (value: unknown) => string[]; numbered: boolean }[] = [
  // ReadMe: [block:callout] { "body": "1. …" } [/block]
  {
    pattern: /\[block:[\w-]+\]([\s\S]*?)\[\/block\]/g,
    where: 'in a block of data',
    texts: textsIn,
    numbered: false,
  },
  {
    pattern: /<script\b[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script>/gi,
    where: 'in JSON-LD',
    texts: howToSteps,
    numbered: true,
  },
]

/** The texts in a page's blocks of data that are nowhere else on the page. */
export function linesOfData({ root, source }: Page): WrittenLine[] {
  let shown: string | undefined
  const isShown = (text: string) => {
    shown ??= plainText(root.children.filter(({ type }) => type !== 'html'))
    return shown.includes(oneLine(text))
  }
  return blocks.flatMap(({ pattern, where, texts, numbered }) =>
    [...source.matchAll(pattern)].flatMap(({ 1: json = '', index }) =>
      texts(parsed(json))
        .filter((text) => (numbered ? !isShown(text) : text.trim() !== ''))
        .map((text, n) => ({
          text: oneLine(text),
          line: source.slice(0, index).split('\n').length,
          where,
          ...(numbered && { number: n + 1 }),
        })),
    ),
  )
}

/** The descriptions of pictures that nothing is beside. */
export function linesOfPictures(node: Extract<Nodes, { type: 'paragraph' }>, line: number): WrittenLine[] {
  const lines: WrittenLine[] = []
  visit(node, 'image', ({ alt }) => {
    if (alt) lines.push({ text: alt, line, where: 'in pictures' })
  })
  return lines
}
