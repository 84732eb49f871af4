import { literal } from '../../page/literal.ts'
import { placeOf } from '../place.ts'
import type { CheckResult, FlowResult } from '../result.ts'
import { type Wording, wordingIn } from '../wording.ts'

/** A line of the documentation that names something otherwise than the product. */
export interface Suggestion extends Wording {
  file: string
  /** Counted from 1. */
  line: number
}

/** Reads a file; `undefined` where there is none. */
export type ReadFile = (file: string) => string | undefined

/** The lines that a step may go on over, where no other step begins. */
const LONGEST = 12
/** Pages of documentation; the place of a step may be in the pack, which is no documentation. */
const IS_PAGE = /\.(?:mdx?|markdown|html?|adoc|rst|txt)$/i

interface StepAt {
  transitions: readonly string[]
  file: string
  from: number
  /** The last of its lines. */
  to: number
}

/**
 * Which line of the documentation names what the product calls otherwise, and what it would have to say. Only what was seen counts,
 * and only where the line has the words: in the step that was done, or in the next one, which may name the screen.
 */
export function suggestionsFor({ flows }: CheckResult, read: ReadFile): Suggestion[] {
  const found = flows.flatMap((flow) => {
    const steps = stepsAt(flow)
    return steps.flatMap((step, n) => {
      const next = steps[n + 1]
      const near = [step, ...(next && next.file === step.file ? [next] : [])]
      return wordingsOf(flow, step).flatMap((wording) => suggest(wording, near, read))
    })
  })
  return found.filter(
    (one, n) =>
      found.findIndex(
        (other) => other.file === one.file && other.line === one.line && other.documented === one.documented,
      ) === n,
  )
}

function stepsAt({ steps }: FlowResult): StepAt[] {
  const places = steps.flatMap(({ documented, transitions }) => {
    const place = placeOf(documented)
    return place?.line !== undefined && IS_PAGE.test(place.file)
      ? [{ file: place.file, from: place.line, transitions: transitions.map(({ id }) => id) }]
      : []
  })
  return places.map((one) => {
    const later = places.flatMap(({ file, from }) => (file === one.file && from > one.from ? [from] : []))
    return { ...one, to: Math.min(one.from + LONGEST, ...later) - 1 }
  })
}

/** What was seen to have another name when a step was done. */
const wordingsOf = ({ transitions }: FlowResult, step: StepAt): Wording[] =>
  transitions
    .filter(({ id }) => step.transitions.includes(id))
    .flatMap(({ notes = [] }) => notes.flatMap((note) => wordingIn(note) ?? []))

/** The first line of these steps that has the words. */
function suggest(wording: Wording, steps: readonly StepAt[], read: ReadFile): Suggestion[] {
  for (const { file, from, to } of steps) {
    const lines = read(file)?.split('\n') ?? []
    for (let line = from; line <= Math.max(from, to); line++)
      if (hasWords(lines[line - 1] ?? '', wording.documented)) return [{ ...wording, file, line }]
  }
  return []
}

/** Whether a line has these words, not as part of others. */
const hasWords = (line: string, words: string) => wholeWords(words).test(line)

const wholeWords = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(words)}(?![\\p{L}\\p{N}])`, 'u')

/** The line as it would have to be. */
export const corrected = (line: string, { documented, actual }: Wording): string =>
  line.replace(wholeWords(documented), () => actual)

/** `docs/log-in.md:12 says “Log In”, the product “Enter”`. */
export const suggestionInWords = ({ file, line, documented, actual }: Suggestion): string =>
  `${file}:${line} says “${documented}”, the product “${actual}”`
