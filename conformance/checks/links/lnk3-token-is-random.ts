import type { Bench } from '../bench/bench.ts'
import { bitsOf, MANY, roomIn } from '../bench/bits.ts'
import { partAt, placeOfToken } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import {
  heldForm,
  kindHere,
  mailedKinds,
  sentAnyLink,
  setPassword,
  wayToPassword,
  whyNoLink,
} from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { madeOfKnown, since } from './made-of-known.ts'
import { resetTokens } from './resets-in-a-row.ts'

const SAMPLES = MANY
const LEAST_BITS = 128
/** In one sample of some hundred, a column of hexadecimal digits shows no letter, and counts for less than its 4 bits. */
const TOLERANCE = 1

/** Links of resets. */
const FEW = 6
/** The last of 22 base64url characters has four values: in one of a thousand samples it is the same in all. */
const FEW_TOLERANCE = 2

export const lnk3 = defineCheck({
  id: 'LNK3',
  title: 'Links carry at least 128 bits that differ from link to link',
  source: '11.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  seconds: 240,
  claims: {
    different: `${SAMPLES} links carry ${SAMPLES} different tokens`,
    bits: `the tokens differ in at least ${LEAST_BITS} bits`,
    guessed: 'no token is a hash of the address of its account, of the time, or of both',
    other: `where these are invitations, a few links of resets have room for ${LEAST_BITS} bits that differ, too`,
  },
  async prove(bench) {
    const { openLink, passwordForm } = wayToPassword(bench)
    const began = Date.now()
    const person = await sentAnyLink(bench)
    const moments = await since(began, person)
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
    judgeGuessed(bench, madeOfKnown(tokens[0] ?? '', person.account.email, moments))
    await proveOther(bench)
  },
})

/** Links of two kinds may be made in two places. */
async function proveOther(bench: Bench) {
  const why = kindHere(bench) === 'reset' ? 'There is no other kind.' : whyNoLink(bench, 'reset')
  if (why) return bench.skip('other', why)
  const { tokens, last } = await resetTokens(bench, FEW)
  if (new Set(tokens).size < tokens.length)
    return bench.claim('other', false, 'links of two resets carry the same one')
  const bits = Math.floor(tokens.length < FEW ? roomIn(tokens) : bitsOf(tokens))
  bench.claim('other', bits >= LEAST_BITS - FEW_TOLERANCE, `they have room for ${bits}`)
  judgeGuessed(bench, madeOfKnown(last.token, last.email, last.moments))
}

function judgeGuessed(bench: Bench, made: string | undefined) {
  bench.claim('guessed', made === undefined, `one is ${made}`)
}
