import type { Bench } from '../bench/bench.ts'
import {
  choosePassword,
  enterPassword,
  goodPassword,
  holder,
  isPastPassword,
  newcomer,
  otherPassword,
  toPassword,
  toReset,
} from '../bench/journeys.ts'
import { ACTIVATE, mailedLink, RESET } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { triesLink } from './try-link.ts'

export const lnk1 = defineCheck({
  id: 'LNK1',
  title: 'An activation link and a reset link work once, whoever opened them before',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox', 'authenticator-app'],
  seconds: 120,
  async prove(bench) {
    const invited = await newcomer(bench)
    await proveOnce(bench, invited, {
      link: await mailedLink(invited, ACTIVATE),
      called: 'activation link',
      next: 'account-activated',
    })
    const forgetful = await holder(bench)
    await toReset(forgetful)
    await proveOnce(bench, forgetful, {
      link: await mailedLink(forgetful, RESET),
      called: 'reset link',
      next: 'password-changed',
    })
  },
})

interface Once {
  link: string
  called: string
  next: 'account-activated' | 'password-changed'
}

/** Two people have the form open, and only the first gets a password; after that the link itself sets none. */
async function proveOnce(bench: Bench, first: Person, { link, called, next }: Once) {
  const second = await bench.elsewhere(first)
  await second.opens(link)
  await second.sees('change-your-password')
  await choosePassword(first, goodPassword(bench))
  bench.claim(`the ${called} sets a password`, await first.isAt(next))
  const late = await second.isTold(() => choosePassword(second, otherPassword(bench)))
  bench.claim(
    `a form that was opened by the ${called} before is worth nothing then`,
    !(await second.isAt(next, 0)),
    'the second password is set',
  )
  const third = await bench.elsewhere(first)
  const { error, led } = await triesLink(third, link, next)
  bench.claim(`a used ${called} leads to no form that sets a password`, !led, 'it leads there again')
  await proveRefused(bench, {
    of: `a used ${called}`,
    error: late && error,
    facts: await third.signedIn(),
    afterwards: 'the first password is the right one',
    works: async () => {
      await toPassword(first)
      await enterPassword(first, 'new')
      return isPastPassword(first)
    },
  })
}
