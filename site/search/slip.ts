/** How many letters may be wrong, missing, too many or swapped in a word of that length. */
const slipsIn = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** How many slips of the finger lead from one word to another (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = row
  }
  return last[other.length] ?? 0
}

/** The word that was meant by one that nothing has; itself where none is near. Of several, the first of the nearest. */
export function meantBy(word: string, known: Iterable<string>): string {
  let best = { word, slips: slipsIn(word) + 1 }
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= best.slips || other[0] !== word[0]) continue
    const slips = distance(word, other)
    if (slips < best.slips) best = { word: other, slips }
  }
  return best.word
}
