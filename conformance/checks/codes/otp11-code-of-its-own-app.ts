import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { valuesOf } from '../bench/body.ts'
import { enterCode, holder, toCode, whyNoApp } from '../bench/journeys.ts'
import { NOBODY, namesOfAccount } from '../bench/named-account.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { type HeldCode, heldCode, proveWrongCodes } from './held-code.ts'
import { namingAnother } from './naming-another.ts'
import { otherDigit } from './other-digit.ts'

/** Seconds that a code is shown. */
const PERIOD = 30
/** Time steps ahead of the code that people are at the form. */
const NEAR = 4
/** Among so many codes one begins with a zero, but for one case in a thousand. */
const FAR = 66

export const otp11 = defineCheck({
  id: 'OTP11',
  title: 'A one-time code opens the account of its own app, and is compared in every digit',
  source: 'RFC 6238 §4, §5.1; RFC 4226 §7.2; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  seconds: 90,
  claims: {
    other: 'the code of another person’s app opens no session',
    named: 'the code of another person’s app opens no session where the form names that person’s account',
    first: 'a code with another first digit opens no session',
    zero: 'a code that begins with a zero opens the account',
    last: 'a code with another last digit opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const other = await holder(bench)
    const [theirs, again] = [await heldCode(other), await heldCode(await bench.elsewhere(other))]
    const { account } = other
    const { codes } = again.person.session
    await proveWrongCodes(bench, new Rejections(bench), [
      {
        claim: 'other',
        of: 'the code of another person’s app',
        send: async (attempt) => attempt.send(await codes.current()),
      },
      {
        claim: 'named',
        of: 'another person’s code and account',
        async send(attempt) {
          // A form that holds the password as well holds the address that was typed: with both it would be an honest login.
          const isLogin = valuesOf(theirs.sent.body).has(account.password)
          const [one, two] = [theirs, again].map(({ sent }) => movedTo(attempt, other, sent)) as [Sent, Sent]
          const names = isLogin ? NOBODY : namesOfAccount(one, two, attempt.sent)
          return attempt.send(await codes.current(), (fresh) => namingAnother(fresh, names, account.email))
        },
      },
      {
        claim: 'first',
        of: 'a code with another first digit',
        send: async (attempt) => attempt.send(await changed(attempt, 0)),
      },
      {
        claim: 'last',
        of: 'a code with another last digit',
        send: async (attempt) => attempt.send(await changed(attempt, -1)),
      },
    ])
    await Promise.all([theirs.jar.close(), again.jar.close()])
    await proveLeadingZero(bench)
  },
})

/** A request of somebody else where that attempt is made: what their addresses differ in names no account. */
const movedTo = ({ person }: HeldCode, other: Person, { url, ...sent }: Sent): Sent => ({
  ...sent,
  url: url.replace(other.session.arranged.url, person.session.arranged.url),
})

/** As a number it would have five digits. */
async function proveLeadingZero(bench: Bench) {
  if (!bench.target.capabilities.includes('clock'))
    return bench.skip('zero', `The time at ${bench.target.name} can’t be moved to such a code.`)
  const why = whyNoApp(bench)
  if (why !== undefined) return bench.skip('zero', why)
  const person = await holder(bench)
  const { app, arranged } = person.session
  const now = async () => (await arranged.clock.now()) / 1000
  const step = Math.floor((await now()) / PERIOD)
  const ahead = Array.from({ length: FAR }, (_, at) => at + NEAR)
  const codes = await Promise.all(ahead.map((steps) => app.ofStep(steps)))
  const found = codes.findIndex((code) => code.startsWith('0'))
  if (found < 0) return bench.skip('zero', `None of the next ${FAR} codes begins with a zero.`)
  const begins = (step + NEAR + found) * PERIOD
  const waitUntil = async (second: number) => person.wait(Math.max(0, second - (await now())))
  await waitUntil(begins - (NEAR - 1) * PERIOD)
  await toCode(person)
  await waitUntil(begins + 1)
  await enterCode(person)
  if (app.used() !== codes[found]) return bench.unproven('zero', 'The time of that code was over.')
  bench.claim('zero', isIn(await person.signedIn()), 'it opens nothing')
}

async function changed({ person }: HeldCode, at: number): Promise<string> {
  const { app, mailed } = person.session
  if (mailed) return otherDigit(await mailed.current(), at, [])
  const around = await Promise.all([-1, 0, 1].map((steps) => app.ofStep(steps)))
  return otherDigit(await app.ofStep(0), at, around)
}
