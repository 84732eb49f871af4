/** A token of the same length and the same characters that nothing has handed out: a character in its place shows a later one. */
export const strangeToken = (token: string): string =>
  [...token].map((one, at) => shifted(one, at % 5 === 0 ? 3 : 1)).join('')

const ROWS = ['0123456789', 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEF', 'GHIJKLMNOPQRSTUVWXYZ']

/** Hexadecimal digits stay ones. */
function shifted(character: string, by: number): string {
  const row = ROWS.find((one) => one.includes(character))
  return row ? (row[(row.indexOf(character) + by) % row.length] ?? character) : character
}
