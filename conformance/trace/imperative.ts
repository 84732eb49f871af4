import { foreignVerbOf } from './languages.ts'
import { pointers, verbs } from './verbs.ts'

const optional = /^\W*(?:optional(?:ly)?|recommended)\b\W*/i
const order =
  /^(?:please|then|next|now|finally|first|firstly|second|secondly|third|lastly|also|again|afterwards?|alternatively|otherwise|simply|just|carefully|manually|and|or)\b[\s,:]*/i
const opener =
  /^(?:in|on|at|from|under|to|for|if|when|whenever|after|once|before|using|with|by|as|while|unless|within|where|through|inside|depending|based|until|during|beside|next to|optionally|only)\b/i
const somewhere = /\b(?:click|double-click|right-click|select|enter|choose|specify|press|tap|paste)\b/i

/** The sentence sends the reader to another text. */
const elsewhere = /\b(?:topic|section|article|documentation|guide|instructions|steps)s?\b/i

/** "Filter – …", "Access rights are …", "Log files of …": a verb's look, a noun's use. */
const noun =
  /^\S+(?:\s*[–—:]|\s+-\s|\s+(?:is|are|was|were|of|can|will|has|have|must|should|rights|file|files|page|name)\b|\s*$)/i

function verbOf(text: string): string | undefined {
  const word = /^[\p{L}-]+/u.exec(text)?.[0].toLowerCase()
  return word && verbs.has(word) && !noun.test(text) ? word : undefined
}

function withoutOpening(text: string): string {
  const bare = text
    .replace(/^[\s*_"'“(>•·◦▪–—→➜➔➡▶►✓✔☐☑.-]+/, '')
    .replace(optional, '')
    .replace(order, '')
  return bare === text ? bare : withoutOpening(bare)
}

/** The verb of a sentence that tells a reader to do something: "Click …", "On the page, click …", "(Optional) Enter …". */
export function imperativeOf(sentence: string): string | undefined {
  return englishVerbOf(sentence) ?? foreignVerbOf(sentence)
}

function englishVerbOf(sentence: string): string | undefined {
  const text = withoutOpening(sentence)
  const verb = verbOf(text)
  if (verb || !opener.test(text)) return verb
  const clauses = text.split(/[,;:]\s+/).slice(1)
  if (clauses.length === 0) return somewhere.exec(text)?.[0].toLowerCase()
  return clauses.map((clause) => verbOf(withoutOpening(clause))).find(Boolean)
}

/** The sentences of a text; abbreviations are not minded, they only part a sentence too often. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=[\p{Lu}("“*])/u)

/** The first sentence that asks for an action in the product; "See the topic …" does not. */
export function actionIn(text: string): string | undefined {
  return sentencesOf(text).find((sentence) => {
    const verb = imperativeOf(sentence)
    return verb !== undefined && !pointers.has(verb) && !elsewhere.test(sentence)
  })
}
