import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterPassword, holder, toPassword } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isOut, Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { fillRecovery, fillRecoveryHere, recover, recovers } from './recover.ts'
import { proveRenewed } from './renewed-codes.ts'

const LEAST_BITS = 20
/** NIST 3.1.2.2: with fewer, guesses must be limited. */
const UNGUESSABLE_BITS = 64
const ALPHANUMERIC = Math.log2(36)
const DIGITS = Math.log2(10)
const AT_ONCE = 3

export const otp8 = defineCheck({
  id: 'OTP8',
  title: 'A recovery code is hard to guess, and opens its own account once',
  source: 'NIST 3.1.2; 6.5.1; 6.5.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app', 'pages.recoveryCode'],
  seconds: 240,
  claims: {
    bits: `a recovery code has at least ${LEAST_BITS} bits`,
    opens: 'a recovery code opens the account',
    used: 'a used recovery code opens no session',
    other: 'the recovery code of another person opens no session',
    'at-once': 'of several sessions that send one recovery code at once, one is opened',
    renewed: 'a recovery code from before new ones were made opens no session',
    limited: `where a code has fewer than ${UNGUESSABLE_BITS} bits, the right one opens nothing after as many wrong ones as block an account`,
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await holder(bench)
    const [first, second, third] = person.account.recoveryCodes ?? []
    if (!first || !second) throw new NotTestable(`${bench.target.name} does not give out two recovery codes.`)
    const bits = bitsOf(first)
    bench.claim('bits', bits >= LEAST_BITS, `it has ${bits.toFixed(0)}`)
    bench.require('opens', await recovers(person, first))
    const thief = await bench.elsewhere(person)
    const error = await thief.errorAfter(() => recover(thief, first))
    const rejections = new Rejections(bench)
    rejections.prove({ claim: 'used', of: 'a used recovery code', error, facts: await thief.signedIn() })
    await proveOther(bench, rejections, person)
    await rejections.control({
      of: 'another recovery code',
      works: () => recovers(thief, second),
      // The first one opened the account before: the control for the second is that it does so elsewhere.
      afresh: async () => recovers(await bench.elsewhere(person), second),
    })
    if (third === undefined)
      bench.skip('at-once', `${bench.target.name} does not give out a third recovery code.`)
    else await proveOneOfSeveral(bench, person, third)
    await skipIfNotTestable(bench, ['renewed'], () => proveRenewed(bench))
    await proveLimited(bench, bits)
  },
})

function bitsOf(code: string): number {
  const bare = code.replace(/[^a-z\d]/gi, '')
  return bare.length * (/^\d+$/.test(bare) ? DIGITS : ALPHANUMERIC)
}

/** One of the same shape that is certainly wrong: its first character differs, and so does the last. */
function wrongOf(code: string): string {
  const other = (character: string) => (character === '7' ? '3' : '7')
  return `${other(code[0] ?? '')}${code.slice(1, -1)}${other(code.at(-1) ?? '')}`
}

async function proveOther(bench: Bench, rejections: Rejections, person: Person) {
  const other = await holder(bench)
  const [theirs = ''] = other.account.recoveryCodes ?? []
  const stranger = await bench.elsewhere(person)
  const error = await stranger.errorAfter(() => recover(stranger, theirs))
  const facts = await stranger.signedIn()
  rejections.prove({ claim: 'other', of: 'the recovery code of another person', error, facts })
}

async function proveOneOfSeveral(bench: Bench, person: Person, code: string) {
  const wrong = wrongOf(code)
  const attempts: { jar: Jar; sent: Sent }[] = []
  for (let n = 0; n < AT_ONCE; n++) {
    const one = await bench.elsewhere(person)
    const send = await fillRecovery(one, wrong)
    attempts.push({ jar: await Jar.of(one), sent: await one.interceptRequest(send) })
  }
  const right = attempts.map(({ jar, sent }) => ({ jar, sent, changed: withValue(sent, wrong, code) }))
  if (right.some(({ sent, changed }) => changed.body === sent.body))
    throw new Unproven('The recovery code is not found in the request that sends it.')
  await Promise.all(right.map(({ jar, changed }) => jar.send(changed)))
  const facts = await Promise.all(right.map(({ jar }) => jar.signedIn()))
  await Promise.all(right.map(({ jar }) => jar.close()))
  const open = facts.filter(isIn).length
  if (open === 0) throw new Unproven('The recovery code opened no session.')
  bench.claim('at-once', open === 1, `of ${AT_ONCE}, ${open} are opened`)
}

async function proveLimited(bench: Bench, bits: number) {
  const limit = bench.target.documented?.codeAttempts
  if (bits >= UNGUESSABLE_BITS) return bench.skip('limited', `It has ${bits.toFixed(0)} bits.`)
  if (limit === undefined) return bench.skip('limited', 'The documentation names no number of wrong codes.')
  const person = await holder(bench)
  const [code = ''] = person.account.recoveryCodes ?? []
  for (let left = limit; left > 0; left--) {
    const guesser = await bench.elsewhere(person)
    await recover(guesser, wrongOf(code))
    await guesser.session.context.close()
  }
  const late = await bench.elsewhere(person)
  await toPassword(late)
  await enterPassword(late)
  // A blocked account may be refused at the password already.
  if (await late.isAt(bench.role('codes').codeForm)) await (await fillRecoveryHere(late, code))()
  bench.claim('limited', isOut(await late.signedIn()), 'the right code is accepted')
}
