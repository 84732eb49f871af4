import type { Bench } from '../bench/bench.ts'
import {
  choosePassword,
  enterPassword,
  goodPassword,
  holder,
  newcomer,
  otherPassword,
  toPassword,
  toReset,
} from '../bench/journeys.ts'
import { ACTIVATE, mailedLink, RESET } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const lnk1 = defineCheck({
  id: 'LNK1',
  title: 'An activation link and a reset link work once, whoever opened them before',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox', 'authenticator-app'],
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

/** Two people have the form open, and only the first gets a password; after that the link itself leads nowhere. */
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
  const error = await third.isToldAt(link)
  bench.claim(
    `a used ${called} does not lead to the form`,
    !(await third.isAt('change-your-password', 0)),
    'the form is there again',
  )
  await proveRefused(bench, {
    of: `a used ${called}`,
    error: late && error,
    facts: await third.signedIn(),
    afterwards: 'the first password is the right one',
    works: async () => {
      await toPassword(first)
      await enterPassword(first, 'new')
      return !(await first.isAt('enter-your-password', 500))
    },
  })
}
