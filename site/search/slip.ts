import { distance } from 'fastest-levenshtein'

/** How many letters may be wrong, missing, too many or swapped in a word of that length. */
const slipsIn = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : 2)

const sorted = (word: string) => [...word].toSorted().join('')

/** How many slips of the finger lead from one word to another. Two letters that are swapped are one slip, not two changes. */
function slipsTo(one: string, other: string): number {
  const changes = distance(one, other)
  return changes === 2 && sorted(one) === sorted(other) ? 1 : changes
}

/** The word that was meant by one that nothing has; itself where none is near. Of several, the first of the nearest. */
export function meantBy(word: string, known: Iterable<string>): string {
  let best = { word, slips: slipsIn(word) + 1 }
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= best.slips || other[0] !== word[0]) continue
    const slips = slipsTo(word, other)
    if (slips < best.slips) best = { word: other, slips }
  }
  return best.word
}
