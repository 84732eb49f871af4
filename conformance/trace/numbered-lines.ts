import { numberBefore } from './bare-number.ts'
import { isInstruction } from './ordered-list.ts'
import { headingLabelOf } from './step-label.ts'
import type { WrittenLine } from './written-lines.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const ordinal = new RegExp(`^(?:the\\s+)?(${ordinals.join('|')})(?:\\s+\\p{L}+)?\\s*[:.–—-]\\s*`, 'iu')
/** What is numbered besides steps, and often holds them. */
const other =
  /^(?:task|action|phase|part|stage|procedure|instruction|aufgabe|tarea|tâche|操作)\s*#?(\d{1,2})\s*[:.)–—-]\s*/iu
const spaced = /^(\d{1,2})\s+(?=\p{Lu})/u

/** The number that a line begins with, in any way, and the text behind it. */
function numberedLine({ text, number }: WrittenLine): { number: number; text: string } | undefined {
  if (number !== undefined) return { number, text }
  const label = headingLabelOf(text) ?? numberBefore(text)
  if (label) return { number: label.number, text: text.slice(label.length) }
  const [inWords, word = ''] = ordinal.exec(text) ?? []
  if (inWords) return { number: ordinals.indexOf(word.toLowerCase()) + 1, text: text.slice(inWords.length) }
  const [whole, digits] = other.exec(text) ?? spaced.exec(text) ?? []
  return whole === undefined ? undefined : { number: Number(digits), text: text.slice(whole.length) }
}

type Numbered = WrittenLine & { told: string }

/** Lines in places of one kind that count 1, 2, 3 …, most of them actions. */
export function numberedRuns(lines: readonly WrittenLine[]): Numbered[][] {
  const runs: Numbered[][] = []
  const open = new Map<string, Numbered[]>()
  for (const line of lines) {
    const numbered = numberedLine(line)
    if (!numbered) continue
    const run = open.get(line.where)
    const own = { ...line, told: numbered.text }
    if (run && numbered.number === run.length + 1) run.push(own)
    else if (numbered.number === 1) {
      const begun = [own]
      runs.push(begun)
      open.set(line.where, begun)
    }
  }
  return runs.filter(
    (run) => run.length > 1 && run.filter(({ told }) => isInstruction(told)).length * 2 >= run.length,
  )
}
