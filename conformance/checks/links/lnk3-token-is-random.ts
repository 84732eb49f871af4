import type { Bench } from '../bench/bench.ts'
import { partAt, placeOfToken } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { choosePassword, goodPassword } from '../bench/mailed-passwords.ts'
import {
  heldForm,
  mailedKinds,
  sentAnyLink,
  sentLink,
  setPassword,
  wayToPassword,
  whyNoLink,
} from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'

const SAMPLES = 20
const LEAST_BITS = 128
/** In one sample of some hundred, a column of hexadecimal digits shows no letter, and counts for less than its 4 bits. */
const TOLERANCE = 1

export const lnk3 = defineCheck({
  id: 'LNK3',
  title: 'Links carry at least 128 bits that differ from link to link',
  source: '11.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  seconds: 180,
  claims: {
    different: `${SAMPLES} links carry ${SAMPLES} different tokens`,
    bits: `they differ in at least ${LEAST_BITS} bits`,
    other: `a link of the other kind, for a first password or a reset, has room for ${LEAST_BITS} bits as well`,
  },
  async prove(bench) {
    const { openLink, passwordForm } = wayToPassword(bench)
    const person = await sentAnyLink(bench)
    const links = [await mailedLink(person, openLink)]
    for (let n = 1; n < SAMPLES; n++) links.push(await mailedLink(await sentAnyLink(bench), openLink))
    await person.perform(openLink)
    await person.reach(passwordForm)
    const { known } = await heldForm(person, () => setPassword(person))
    const place = placeOfToken(links[0] ?? '', known)
    const tokens = links.map((link) => partAt(link, place))
    if (tokens.some((token) => token === '')) throw new Unproven('A link has no part that could be secret.')
    bench.claim('different', new Set(tokens).size === SAMPLES, 'two links carry the same one')
    const bits = Math.floor(bitsOf(tokens))
    bench.claim('bits', bits >= LEAST_BITS - TOLERANCE, `they differ in ${bits} bits at most`)
    await proveOther(bench)
  },
})

/** Links of two kinds may be made in two places. Two of them show the shape, which a whole sample of each would take minutes to show. */
async function proveOther(bench: Bench) {
  const used = wayToPassword(bench)
  const kind = mailedKinds.find((one) => bench.optionalRole(one) !== used)
  const why = kind && whyNoLink(bench, kind)
  if (!kind || why) return bench.skip('other', why ?? 'There is no other kind.')
  const way = bench.role(kind)
  const person = await sentLink(bench, kind)
  const links = [await mailedLink(person, way.openLink)]
  links.push(await mailedLink(await sentLink(bench, kind), way.openLink))
  await person.perform(way.openLink)
  await person.reach(way.passwordForm)
  const { known } = await heldForm(person, () =>
    choosePassword(person, goodPassword(bench), way.choosePassword),
  )
  const place = placeOfToken(links[0] ?? '', known)
  const bits = Math.floor(roomIn(links.map((link) => partAt(link, place))))
  bench.claim('other', bits >= LEAST_BITS, `it has room for ${bits}`)
}

/** Most bits that tokens of this length and alphabet can hold. */
export function roomIn(tokens: string[]): number {
  const length = Math.min(...tokens.map((token) => token.length))
  return length * Math.log2(alphabet([...tokens.join('')]))
}

/**
 * Most bits that tokens of this shape can hold: for each character that is not the same in all of them, those of the
 * smallest alphabet that holds what was seen there. So the fixed digits of a UUID do not count, and its 122 bits are not enough.
 * Text that is only encoded counts as that text.
 */
export function bitsOf(tokens: string[]): number {
  const texts = ENCODINGS.map((encoding) => tokens.map((token) => textIn(token, encoding)))
  const text = texts.find((all) => all.every(({ text }) => text.length >= LEAST_TEXT))
  return text ? bitsOfColumns(text.map(({ text, rest }) => text + rest)) : bitsOfColumns(tokens)
}

/** How many characters in a row are no accident: random bytes are that many letters once in a few thousand times. */
const LEAST_TEXT = 8
const ENCODINGS = ['base64url', 'hex'] as const

/** What a token says in plain text at its beginning, such as a name and a time, and what of it comes after that. */
function textIn(token: string, encoding: (typeof ENCODINGS)[number]): { text: string; rest: string } {
  const [text = ''] = /^[\x20-\x7e]*/.exec(Buffer.from(token, encoding).toString('latin1')) ?? []
  const written = Buffer.from(text, 'latin1').toString(encoding).length
  return { text, rest: token.slice(written) }
}

function bitsOfColumns(tokens: string[]): number {
  const length = Math.min(...tokens.map((token) => token.length))
  const columns = Array.from({ length }, (_, at) => new Set(tokens.map((token) => token[at] ?? '')))
  return columns.map((seen) => Math.log2(alphabet([...seen]))).reduce((sum, bits) => sum + bits, 0)
}

function alphabet(seen: string[]): number {
  if (seen.length === 1) return 1
  if (seen.length <= 4 && seen.every((one) => /[89abAB]/.test(one))) return 4
  const all = seen.join('')
  const sizes: [RegExp, number][] = [
    [/^\d+$/, 10],
    [/^[\da-f]+$|^[\dA-F]+$/, 16],
    [/^[\da-z]+$|^[\dA-Z]+$/, 36],
    [/^[\da-zA-Z]+$/, 62],
  ]
  return sizes.find(([pattern]) => pattern.test(all))?.[1] ?? 64
}
