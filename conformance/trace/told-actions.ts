import { actionIn, imperativeOf } from './imperative.ts'
import { foreignVerbOf } from './languages.ts'
import { thirdPersonVerbOf } from './third-person.ts'
import type { WrittenLine } from './written-lines.ts'

/** What a person does on a screen: in English one of these, in other languages any instruction. */
const onScreen =
  /^(?:(?:double-|right-)?click|press|tap|select|choose|pick|enter|type|paste|open|go|navigate|scroll|scan|uncheck|tick|untick|toggle|upload|drag|log|sign|log-in|submit)$/i
/** "Log entries", "Sign requests": no action on a screen. */
const otherwise = /\b(?:log|sign)s?\s+(?!(?:back\s+)?(?:in|into|on|out|off|up)\b)/i

const sentences = /(?<=[.!?;:…])\s+|(?<=[。；])/u
const arrows = /\s*(?:→|➜|➔|➡|⇒|⟶|»|\s>|->|=>)\s+/u
/** Where one sentence tells of several actions: "Open the shop and click Order, then pay". */
const parts = /(?:,\s*|\s+)(?:and(?:\s+then)?|und|et|y|e)\s+|,\s+(?:then\s+)?/iu
/** What may come before the verb: "(1) open", "b) click", "After that the user enters". */
const opening = /^[(\s]*(?:(?:\d{1,2}|[a-z])[.)]\s+|(?:then|next|after that|afterwards|finally)\b,?\s+)/i

/** "Once they sign up": a condition, no action. */
const condition = /^(?:when|whenever|once|if|while|after|before|as|until|unless)\b/i

/** Each arrow of a path leads to another thing to press. */
const LONG_PATH = 4

interface Told {
  /** Of them, those that ask the reader; the others tell what somebody does. */
  asked: number
  all: string[]
}

function verbIn(text: string): { verb: string | undefined; asks: boolean } {
  const asked = actionIn(text) === undefined ? undefined : imperativeOf(text)
  const told = condition.test(text) ? undefined : thirdPersonVerbOf(text)
  return { verb: asked ?? told, asks: asked !== undefined }
}

function toldInSentence(sentence: string): Told {
  const path = sentence.split(arrows).filter(Boolean)
  const told = path
    .flatMap((piece) => piece.split(parts))
    .map((piece) => piece.replace(opening, ''))
    .map((piece) => ({ piece, ...verbIn(piece) }))
    .filter(
      ({ piece, verb }) =>
        verb !== undefined && (onScreen.test(verb) || foreignVerbOf(piece)) && !otherwise.test(piece),
    )
  const all = told.map(({ piece }) => piece)
  const isPath = told.length === 1 && path.length >= LONG_PATH
  return { asked: told.filter(({ asks }) => asks).length + (isPath ? 1 : 0), all: isPath ? path : all }
}

/** The actions that a text tells of: "Open the shop and click Order." has two. */
export function toldIn(text: string): Told {
  const told = text.split(sentences).map(toldInSentence)
  return {
    asked: told.reduce((sum, { asked }) => sum + asked, 0),
    all: told.flatMap(({ all }) => all),
  }
}

/** How many actions in one section are a procedure: of those that ask the reader, and of all. */
const ENOUGH = { asked: 2, all: 3 }

/** Lines of one section that tell together of a procedure, and what they tell. */
export function toldWithoutNumbers(
  lines: readonly WrittenLine[],
): { lines: WrittenLine[]; actions: string[] }[] {
  const below = lines.filter(({ where }) => where !== 'in headings')
  return [...Map.groupBy(below, ({ section }) => section).values()].flatMap((inSection) => {
    const telling = inSection
      .map((line) => ({ line, told: toldIn(line.text) }))
      .filter(({ told }) => told.all.length > 0)
    const actions = telling.flatMap(({ told }) => told.all)
    const asked = telling.reduce((sum, { told }) => sum + told.asked, 0)
    const isEnough = asked >= ENOUGH.asked || actions.length >= ENOUGH.all
    return isEnough ? [{ lines: telling.map(({ line }) => line), actions }] : []
  })
}
