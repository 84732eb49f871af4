import type { Forgery } from '../../../machines/devices/key-answer.ts'
import type { Bench } from '../bench/bench.ts'
import { Unproven } from '../bench/outcome.ts'
import { proveRefused } from '../bench/refusal.ts'
import { type Ceremony, toAssertion, toRegistration, touch } from './ceremony.ts'
import type { KeyInHand } from './key-in-hand.ts'

/** What a report calls an answer → how it differs from an honest one, or how the hand that holds the key does. */
export type Forgeries = Record<string, Forgery | ((hand: KeyInHand) => void)>

/** Each of these answers must be refused, and after them an honest one must be taken. */
export async function proveForgeriesRefused(bench: Bench, ceremony: Ceremony, forgeries: Forgeries) {
  const { person, hand, key, at, next } = ceremony
  const holdHonestly = () => Object.assign(hand, { key, replay: undefined, forgery: {} })
  const last = Object.keys(forgeries).length - 1
  const what = at === 'adding-your-security-key' ? 'registration' : 'login'
  for (const [n, [called, forgery]] of Object.entries(forgeries).entries()) {
    holdHonestly()
    if (typeof forgery === 'function') forgery(hand)
    else hand.forgery = forgery
    const error = await person.isTold(() => touch(ceremony))
    bench.claim(`a ${what} with ${called} goes no further`, !(await person.isAt(next, 0)), 'it is accepted')
    await proveRefused(bench, {
      of: `a ${what} with ${called}`,
      error,
      facts: await person.signedIn(),
      afterwards: n < last ? 'the key is still asked for' : 'an honest answer is accepted',
      works: async () => {
        if (n < last) return person.isAt(at)
        holdHonestly()
        await touch(ceremony)
        if (await person.isAt(next)) return true
        await proveHonestAccepted(bench, ceremony)
        return false
      },
    })
  }
}

/** @throws Unproven when an honest answer is not accepted of somebody who has never sent another */
async function proveHonestAccepted(bench: Bench, { at, next }: Ceremony) {
  const afresh = await (at === 'adding-your-security-key' ? toRegistration(bench) : toAssertion(bench))
  await touch(afresh)
  if (!(await afresh.person.isAt(next)))
    throw new Unproven('An honest answer of the key is not accepted either, whatever was sent before.')
}

/** The same forgeries at a login and at a registration. */
export async function proveRefusedInBoth(bench: Bench, login: Forgeries, registration: Forgeries = login) {
  await proveForgeriesRefused(bench, await toAssertion(bench), login)
  await proveForgeriesRefused(bench, await toRegistration(bench), registration)
}
