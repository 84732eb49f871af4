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
/** Where one sentence has several actions: "Open the shop and click Order, then pay". */
const parts = /(?:,\s*|\s+)(?:and(?:\s+then)?|und|et|y|e)\s+|,\s+(?:then\s+)?/iu
/** What may come before the verb: "(1) open", "b) click", "After that the user enters". */
const opening = /^[(\s]*(?:(?:\d{1,2}|[a-z])[.)]\s+|(?:then|next|after that|afterwards|finally)\b,?\s+)/i

/** "Once they sign up": a condition, no action. */
const condition = /^(?:when|whenever|once|if|while|after|before|as|until|unless)\b/i

/** Each arrow of a path leads to another thing to press. */
const LONG_PATH = 4

interface Actions {
  /** How many of them ask the reader; the others say what somebody does. */
  asked: number
  all: string[]
}

function verbIn(text: string): { verb: string | undefined; asks: boolean } {
  const asked = actionIn(text) === undefined ? undefined : imperativeOf(text)
  const stated = condition.test(text) ? undefined : thirdPersonVerbOf(text)
  return { verb: asked ?? stated, asks: asked !== undefined }
}

function actionsInSentence(sentence: string): Actions {
  const path = sentence.split(arrows).filter(Boolean)
  const found = path
    .flatMap((piece) => piece.split(parts))
    .map((piece) => piece.replace(opening, ''))
    .map((piece) => ({ piece, ...verbIn(piece) }))
    .filter(
      ({ piece, verb }) =>
        verb !== undefined && (onScreen.test(verb) || foreignVerbOf(piece)) && !otherwise.test(piece),
    )
  const asked = found.filter(({ asks }) => asks).length
  const isPath = found.length === 1 && path.length >= LONG_PATH
  return isPath ? { asked: asked + 1, all: path } : { asked, all: found.map(({ piece }) => piece) }
}

/** The actions in a text: "Open the shop and click Order." has two. */
export function actionsInProse(text: string): Actions {
  const found = text.split(sentences).map(actionsInSentence)
  return {
    asked: found.reduce((sum, { asked }) => sum + asked, 0),
    all: found.flatMap(({ all }) => all),
  }
}

/** How many actions in one section are a procedure: of those that ask the reader, and of all. */
const ENOUGH = { asked: 2, all: 3 }

/** The lines of each section that has enough actions for a procedure, and these actions. */
export function proceduresInProse(
  lines: readonly WrittenLine[],
): { lines: WrittenLine[]; actions: string[] }[] {
  const below = lines.filter(({ where }) => where !== 'in headings')
  return [...Map.groupBy(below, ({ section }) => section).values()].flatMap((inSection) => {
    const found = inSection
      .map((line) => ({ line, ...actionsInProse(line.text) }))
      .filter(({ all }) => all.length > 0)
    const actions = found.flatMap(({ all }) => all)
    const asked = found.reduce((sum, one) => sum + one.asked, 0)
    const isEnough = asked >= ENOUGH.asked || actions.length >= ENOUGH.all
    return isEnough ? [{ lines: found.map(({ line }) => line), actions }] : []
  })
}
