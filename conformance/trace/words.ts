const stop = new Set(
  `a an and are as at be been by can do for from has have if in into is it its not of on one or out so that the their them
  then there these they this those to up was were which will with you your following click button page field displayed
  after additional information topic see step`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that a model and a documentation may use for the same thing. */
const same: Record<string, string> = {
  email: 'mail',
  invitation: 'invite',
  select: 'choose',
  specify: 'enter',
  type: 'enter',
  provide: 'enter',
  navigate: 'go',
  login: 'log',
  sso: 'single',
  dropdown: 'menu',
  url: 'address',
  registered: 'register',
  registration: 'register',
  registrations: 'register',
  authentication: 'authenticate',
}

function stem(word: string): string {
  const known = same[word]
  if (known) return known
  const bare = word.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])s$/, '')
  return same[bare] ?? bare
}

/** The words of a text that carry meaning, in a form in which paraphrases meet. */
export function wordsOf(text: string): Set<string> {
  const parts = text
    .toLowerCase()
    .replace(/e-mail/g, 'mail')
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
  return new Set(parts.filter((word) => word !== '' && !stop.has(word)).map(stem))
}

/** How much each thing tells, by how few of the sets have it: 1 for one that is in a single set, towards 0 for all. */
export function rarityOf(sets: Iterable<string>[]): (item: string) => number {
  const counts = new Map<string, number>()
  for (const set of sets) for (const item of new Set(set)) counts.set(item, (counts.get(item) ?? 0) + 1)
  const most = Math.log(1 + sets.length)
  return (item) => 1 - Math.log(Math.max(1, counts.get(item) ?? 1)) / most
}

/** Each thing with its weight. */
export const weighedBy = (things: Iterable<string>, weight: (thing: string) => number): [string, number][] =>
  [...things].map((thing) => [thing, weight(thing)])

/** Weighted part of `wanted` that is `present`, 0 to 1; nothing wanted is nothing found. */
export function shareOf(wanted: [string, number][], present: (thing: string) => number): number {
  let all = 0
  let found = 0
  for (const [thing, weight] of wanted) {
    all += weight
    found += weight * present(thing)
  }
  return all === 0 ? 0 : found / all
}
