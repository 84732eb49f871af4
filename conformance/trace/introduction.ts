import { oneLine } from './plain-text.ts'

const announced =
  /(?:^|[,;:–—]\s|\b(?:please|then|can|must|should|to)\s)(?:follow|perform|complete|take|do|execute|carry out)\b(?:[^.]{0,60}\b(?:steps?|instructions|procedures?)\b| (?:one|each|all)? ?(?:of )?the following| as follows)|\b(?:by following|following) (?:the|these) (?:following )?(?:steps|instructions)\b|\b(?:steps|instructions|procedure) (?:below|mentioned below|listed below)\b/i
const elsewhere =
  /\b(?:topics?|sections?|articles?|guides?|documentation|chapters?|wizard|prompts?)\b|\bonly if\b|\b(?:this|previous|above|earlier|same) (?:procedure|steps?)\b/i
const choice = /\b(?:one|any|some|either|both) of the following\b/i
const purpose = /^(?:to|how to)\s[^.]{3,120}:$/i
const filler =
  /^(?:please\s+)?(?:follow|perform|complete|take|do)\s+(?:the|these)\s+(?:following\s+)?(?:steps|instructions|procedure)(?:\s+below)?\s*(?:to\s+|for\s+|:|\.|$)/i

const sentencesOf = (text: string) => oneLine(text).split(/(?<=[.!?])\s+/)
const lastSentence = (text: string) => sentencesOf(text).at(-1) ?? ''

/** What an introduction says before it announces steps. */
export const beforeAnnouncement = (paragraph: string): string => sentencesOf(paragraph).slice(0, -1).join(' ')

/** Whether a paragraph promises numbered steps: "Follow the steps to …", "Do the following:". */
export function announcesSteps(paragraph: string): boolean {
  const sentence = lastSentence(paragraph)
  return announced.test(sentence) && !choice.test(sentence) && !elsewhere.test(sentence)
}

/** Whether a paragraph may stand before steps: it promises them or says what for, as "To delete a user:" does. */
export function introducesSteps(paragraph: string): boolean {
  return announcesSteps(paragraph) || purpose.test(oneLine(paragraph))
}

const LONGEST_PURPOSE = 60

/** What an introduction says that the steps are for, in a few words: "Follow the steps to delete a user." → "delete a user". */
export function purposeOf(paragraph: string): string {
  const purpose = lastSentence(paragraph)
    .replace(filler, '')
    .replace(/^(?:how )?to\s+/i, '')
    .replace(/[\s.:,]+$/, '')
  if (purpose.length <= LONGEST_PURPOSE) return purpose
  return `${purpose.slice(0, purpose.lastIndexOf(' ', LONGEST_PURPOSE))} …`
}
