/** What stands before the instruction of a step: `Step 3 –`. */
export interface StepLabel {
  number: number
  /** What follows the number: `a` in "Step 3a", `.1` in "Step 3.1". */
  suffix: string
  /** How it is written; an en dash is the documentation's own way. Empty where nothing but the bold ends it. */
  separator: string
  /** Number of characters of the text that belong to the label. */
  length: number
}

const label =
  /^[\s*_]*step\s*#?(\d{1,3})([a-z](?![a-z])|(?:\.\d{1,2})+)?[\s*_]*(–|—|‒|―|−|-{1,3}|:|\.|\)|$)[\s*_]*/i
const wizardPage = /^[\s*_(]*step\s*\d+\s*(of|\/)\s*\d+/i
const range = /^[\s*_]*steps?\s*\d+\s*(?:[–—-]\s?|to\s+|and\s+|through\s+)\d+\b/i

/** The label that a text begins with. `Step 1 of 4` and `Step 2–4` are none. */
export function stepLabelOf(text: string): StepLabel | undefined {
  if (isNoStep(text)) return undefined
  const match = label.exec(text)
  if (!match) return undefined
  const [whole, number = '', suffix = '', separator = ''] = match
  return { number: Number(number), suffix, separator, length: whole.length }
}

/** A text that begins like a step and is none: the page of a wizard, or a reference to several steps. */
export function isNoStep(text: string): boolean {
  return wizardPage.test(text) || range.test(text)
}
