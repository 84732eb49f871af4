import { oneLine, plainText } from './plain-text.ts'
import type { Page } from './read-page.ts'
import type { WrittenLine } from './written-lines.ts'

/** Every text in a value, in order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\n|<br\s*\/?>/i).filter((text) => text.trim() !== '')
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The steps of the `HowTo`s in a value: https://schema.org/HowToStep. */
function howToSteps(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { '@type': type, text, name } = value as Record<string, unknown>
  const own = type === 'HowToStep' || type === 'HowToDirection' ? (text ?? name) : undefined
  return typeof own === 'string' ? [own] : Object.values(value).flatMap(howToSteps)
}

/** A block of JSON in a page. */
interface Kind {
  begins: RegExp
  ends: string
  where: string
  texts: (value: unknown) => string[]
  /** The texts are steps by their place; a reader may see them elsewhere on the page. */
  isSteps: boolean
}

const kinds: Kind[] = [
  // ReadMe: [block:callout] { "body": "1. …" } [/block]
  {
    ...{ begins: /\[block:[\w-]+\]/g, ends: '[/block]' },
    ...{ where: 'in a block of data', texts: textsIn, isSteps: false },
  },
  {
    ...{ begins: /<script\b[^<>]*application\/ld\+json[^<>]*>/gi, ends: '</script>' },
    ...{ where: 'in JSON-LD', texts: howToSteps, isSteps: true },
  },
]

/** The texts of a block; none where it is no JSON, or nested too deep to be looked through. */
function textsOf(json: string, { texts }: Kind): string[] {
  try {
    return texts(JSON.parse(json))
  } catch {
    return []
  }
}

/** The blocks of one kind, with the line that each begins on. The page is read through once, whatever is not closed. */
function* blocksOf(source: string, { begins, ends }: Kind): Generator<{ json: string; line: number }> {
  let [line, counted, past] = [1, 0, 0]
  for (const { 0: opening, index } of source.matchAll(begins)) {
    if (index < past) continue
    const end = source.indexOf(ends, index)
    if (end < 0) return
    past = end
    line += source.slice(counted, index).split('\n').length - 1
    counted = index
    yield { json: source.slice(index + opening.length, end), line }
  }
}

/** The texts in a page's blocks of data that a reader does not see elsewhere on the page. */
export function linesOfData({ root, source }: Page): WrittenLine[] {
  let shown: string | undefined
  const isShown = (text: string) => {
    shown ??= plainText(root.children.filter(({ type }) => type !== 'html'))
    return shown.includes(oneLine(text))
  }
  return kinds.flatMap((kind) =>
    [...blocksOf(source, kind)].flatMap(({ json, line }) =>
      textsOf(json, kind)
        .filter((text) => !kind.isSteps || !isShown(text))
        .map((text, n) => ({
          ...{ text: oneLine(text), line, where: kind.where },
          ...(kind.isSteps && { number: n + 1 }),
        })),
    ),
  )
}
