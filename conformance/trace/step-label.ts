import { imperativeOf } from './imperative.ts'

/** The text before the instruction of a step: `Step 3 –`. */
export interface StepLabel {
  number: number
  /** What follows the number: `a` in "Step 3a", `.1` in "Step 3.1". */
  suffix: string
  /** How it is written; an en dash is the documentation's own way. Empty where nothing but the bold ends it. */
  separator: string
  /** Number of characters of the text that belong to the label. */
  length: number
}

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const label = new RegExp(
  `^[\\s*_]*step\\s*#?(\\d{1,3}|${words.join('|')})([a-z](?![a-z])|(?:\\.\\d{1,2})+)?[\\s*_]*(–|—|‒|―|−|-{1,3}|:|\\.|\\)|$)[\\s*_]*`,
  'i',
)
const bareNumber = /^[\s*_]*(\d{1,2})[\s*_]*([.)])[\s*_]*/
const lettered = /^[\s*_]*(?:[a-h]|[ivx]{1,4})[.)][\s*_]+/i
const wizardPage = /^[\s*_(]*step\s*\d+\s*(of|\/)\s*\d+/i
const range = /^[\s*_]*steps?\s*\d+\s*(?:[–—-]\s?|to\s+|and\s+|through\s+)\d+\b/i

/** The label that a text begins with. `Step 1 of 4` and `Step 2–4` are none. */
export function stepLabelOf(text: string): StepLabel | undefined {
  if (isNoStep(text)) return undefined
  const match = label.exec(text)
  if (!match) return undefined
  const [whole, number = '', suffix = '', separator = ''] = match
  const inWords = words.indexOf(number.toLowerCase()) + 1
  return { number: inWords || Number(number), suffix, separator, length: whole.length }
}

/** A bare number before an instruction, where Markdown sees no list: `**1.** Click …`, `1.Click …`. */
export function bareNumberOf(text: string): StepLabel | undefined {
  const match = bareNumber.exec(text)
  if (!match || !imperativeOf(text.slice(match[0].length))) return undefined
  return { number: Number(match[1]), suffix: '', separator: match[2] ?? '', length: match[0].length }
}

/**
 * A text that begins like a step and is not one: the page of a wizard, several steps at once, an action with a letter.
 */
export function isNoStep(text: string): boolean {
  if (wizardPage.test(text) || range.test(text)) return true
  const letter = lettered.exec(text)
  return letter !== null && imperativeOf(text.slice(letter[0].length)) !== undefined
}
