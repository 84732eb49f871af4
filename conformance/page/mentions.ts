/** Signs that typesetters put for those on a keyboard. */
const TYPESET: [sign: RegExp, typed: string][] = [
  [/[\u2018\u2019\u201B\u02BC\u00B4`\u2032]/g, "'"],
  [/[\u201C\u201D\u201E\u00AB\u00BB\u2033]/g, '"'],
  [/[\u2010-\u2015]/g, '-'],
  [/\u2026/g, '...'],
  [/\s+/g, ' '],
]

/** As it is typed on a keyboard: `don’t` → `don't`. */
const typed = (text: string): string =>
  TYPESET.reduce((plain, [sign, key]) => plain.replaceAll(sign, key), text)

/** Whether a text has these words, in any case and however they are typeset, or matches the expression. */
export function mentions(text: string, words: string | RegExp): boolean {
  if (words instanceof RegExp) return [text, typed(text)].some((form) => form.search(words) >= 0)
  return typed(text).toLowerCase().includes(typed(words).toLowerCase())
}
