/** The words of a text, however they are written: “e-mails” and “Email” are the same. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .replace(/\be-mail/g, 'email')
      .match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? []
  ).map((word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))

/** Words that a question has and an answer need not have. */
const empty = new Set(
  wordsOf(`a an and any are at be came can cannot can't come could do does did don't didn't find for get got has have having
    haven't how i is isn't it its my need not of or our page please should still that the there this to want was what when
    where which who why with without work working won't would yet you your`),
)

/** That something does not work, in one word: the others would be left out. */
export const FAILING = 'broken'

/** That something has not come, in one word, for the same reason. */
export const MISSING = 'missing'

const NOT = String.raw`(?:not|never|\w+n['’]?t)`
const failing = new RegExp(String.raw`\b${NOT} work(?:ing)?\b`, 'gi')
const notCome = new RegExp(
  String.raw`\b${NOT} (?:yet )?(?:come|came|get|got|gotten|arrived?|received?)\b`,
  'gi',
)
const none = /\b(?:no|without an?) (?=(?:\w+ )?(?:e-?mail|mail|message|invitation|code)\b)/gi

/** The words of a question that say what is looked for. */
export function askedWords(question: string): string[] {
  const said = question.replace(failing, FAILING).replace(notCome, MISSING).replace(none, `${MISSING} `)
  const words = wordsOf(said)
  const telling = words.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : words
}
