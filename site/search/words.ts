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
  wordsOf(`a an and are at be can cannot can't could do does did don't didn't for get got has have having how i is isn't
    it its my not of or our page should that the there this to was what when where which who why with without work working
    won't would you your`),
)

/** That something does not work, in one word: the others would be left out. */
export const FAILING = 'broken'

/** The words of a question that say what is looked for. */
export function askedWords(question: string): string[] {
  const words = wordsOf(question.replace(/\b(?:not|\w+n['’]?t) work(?:ing)?\b/gi, FAILING))
  const telling = words.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : words
}
