import { imperativeOf } from './imperative.ts'
import { numberFirst, numberIn, stepWords } from './languages.ts'

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

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const after =
  '([a-z](?![a-z])|(?:\\.\\d{1,2})+)?[\\s*_]*(–|—|‒|―|−|-{1,3}|:|：|、|\\.|。|[)\\]］】]|$)[\\s*_]*'
const label = new RegExp(
  `^[\\s*_]*[[(（［【]?(?:${stepWords.join('|')})[\\s-]*#?(\\p{Nd}{1,3}|${words.join('|')}|[ivx]{1,4}(?![\\p{L}])|[a-h](?![\\p{L}]))${after}`,
  'iu',
)
const behindNumber = new RegExp(`^${after}`, 'iu')
/** A heading may part the number from the instruction by nothing but a space. */
/** Scripts without capital letters end a label with a space. */
const unspaced = new RegExp(`^[\\s*_]*(?:${stepWords.join('|')})\\s*(\\p{Nd}{1,3})[\\s*_]+(?=\\p{Lo})`, 'iu')
const spaced = new RegExp(`^(?:${stepWords.join('|')})\\s*(\\p{Nd}{1,3})\\s+(?=\\p{Lu}|\\p{Lo})`, 'iu')
const lettered = /^[\s*_]*\(?(?:[a-h]|[ivx]{1,4})[.)][\s*_]+/i
const wizardPage = /^[\s*_(]*step\s*\d+\s*(of|\/)\s*\d+/i
const range = /^[\s*_]*steps?\s*\d+\s*(?:[–—-]\s?|to\s+|and\s+|through\s+)\d+\b/i

/** The label that a text begins with. `Step 1 of 4` and `Step 2–4` are none. */
export function stepLabelOf(text: string): StepLabel | undefined {
  if (isNoStep(text)) return undefined
  const match = label.exec(text)
  if (!match) return numberedLabelOf(text) ?? spacedLabelOf(text, unspaced)
  const [whole, number = '', suffix = '', separator = ''] = match
  return { number: numberOf(number), suffix, separator, length: whole.length }
}

/** "Step three", "Step C" and "Step III" are 3. */
function numberOf(text: string): number {
  const lower = text.toLowerCase()
  const letter = /^[a-h]$/.test(lower) ? lower.charCodeAt(0) - 96 : 0
  return words.indexOf(lower) + 1 || roman.indexOf(lower) + 1 || letter || numberIn(text)
}

/** The label of a language that puts the number first. Its words run on without a space, so nothing has to end it. */
function numberedLabelOf(text: string): StepLabel | undefined {
  const match = numberFirst.exec(text)
  if (!match) return undefined
  const [whole] = match
  const end = behindNumber.exec(text.slice(whole.length))
  const [rest = '', suffix = '', separator = ''] = end ?? []
  return {
    number: numberIn(match[1] ?? match[2] ?? ''),
    suffix,
    separator: separator || whole,
    length: whole.length + rest.length,
  }
}

/** The label of a heading, which may have nothing between the number and the instruction: "Step 1 Open the lid". */
export function headingLabelOf(text: string): StepLabel | undefined {
  const label = stepLabelOf(text)
  if (label || isNoStep(text)) return label
  return spacedLabelOf(text, spaced)
}

function spacedLabelOf(text: string, pattern: RegExp): StepLabel | undefined {
  const match = pattern.exec(text)
  return match
    ? {
        number: numberIn(match[1] ?? ''),
        suffix: '',
        separator: pattern === spaced ? '' : ' ',
        length: match[0].length,
      }
    : undefined
}

/**
 * A text that begins like a step and is not one: the page of a wizard, several steps at once, an action with a letter.
 */
export function isNoStep(text: string): boolean {
  if (wizardPage.test(text) || range.test(text)) return true
  const letter = lettered.exec(text)
  return letter !== null && imperativeOf(text.slice(letter[0].length)) !== undefined
}
