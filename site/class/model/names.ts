/** Names are short enough for a row of the board. */
export const MOST_LETTERS = 30

const colours = [
  ...['Amber', 'Azure', 'Bronze', 'Coral', 'Copper', 'Crimson', 'Golden', 'Green', 'Indigo', 'Ivory'],
  ...['Jade', 'Lilac', 'Maroon', 'Mint', 'Olive', 'Pearl', 'Plum', 'Ruby', 'Silver', 'Teal'],
]
const animals = [
  ...['Badger', 'Beaver', 'Crane', 'Dolphin', 'Falcon', 'Finch', 'Fox', 'Gecko', 'Hare', 'Heron'],
  ...['Ibis', 'Koala', 'Lynx', 'Marten', 'Newt', 'Otter', 'Owl', 'Panda', 'Puffin', 'Raven'],
  ...['Robin', 'Seal', 'Stork', 'Swift', 'Tapir', 'Tern', 'Turtle', 'Walrus', 'Wren', 'Yak'],
]

/** How many names are given before they are numbered. */
export const GIVEN_NAMES = colours.length * animals.length

/** 7 has no common factor with 600, so that neighbours get names that differ in both words. */
const STRIDE = 187

/** The n-th given name: "Amber Otter". Different for every n below {@link GIVEN_NAMES}. */
export function givenName(n: number): string {
  const index = (n * STRIDE) % GIVEN_NAMES
  const name = `${colours[index % colours.length]} ${animals[Math.floor(index / colours.length)]}`
  return n < GIVEN_NAMES ? name : `${name} ${Math.floor(n / GIVEN_NAMES) + 1}`
}

/**
 * A name as someone typed it, fit to be shown to a room: one line, no control, format or combining characters in heaps.
 * @returns undefined where nothing is left
 */
export function cleanName(typed: string): string | undefined {
  const clean = typed
    .normalize('NFC')
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...clean].slice(0, MOST_LETTERS).join('').trim()
  return /[\p{L}\p{N}]/u.test(short) ? short : undefined
}

/** The name with a number behind it, if others have it already. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const key = (text: string) => text.toLocaleLowerCase('en')
  const others = new Set([...taken].map(key))
  if (!others.has(key(name))) return name
  const numbered = (n: number) =>
    `${[...name]
      .slice(0, MOST_LETTERS - 4)
      .join('')
      .trim()} ${n}`
  let n = 2
  while (others.has(key(numbered(n)))) n += 1
  return numbered(n)
}
