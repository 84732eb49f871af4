import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import type { Bench } from '../bench/bench.ts'
import { askForReset, holder, toForgotten } from '../bench/journeys.ts'
import { ACTIVATE, type Link, mailedLink, nextMail, RESET } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { triesLink } from './try-link.ts'

export const lnk2 = defineCheck({
  id: 'LNK2',
  title: 'Activation links and reset links expire after the documented time',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox', 'clock', 'documented.activationLinkLife', 'documented.resetLinkLife'],
  async prove(bench) {
    const invited = await bench.person(activateAccount, 'invited')
    await proveExpires(bench, invited, ACTIVATE, bench.documented('activationLinkLife'))
    const forgetful = await holder(bench)
    await toForgotten(forgetful)
    await askForReset(forgetful)
    await nextMail(forgetful, RESET, 0)
    await proveExpires(bench, forgetful, RESET, bench.documented('resetLinkLife'))
  },
})

async function proveExpires(bench: Bench, person: Person, link: Link, life: number) {
  const address = await mailedLink(person, link)
  const { clock } = person.session.arranged
  await clock.advance?.(life - 60)
  await person.opens(address)
  bench.claim(`“${link}” works a minute before it expires`, await person.isAt('change-your-password'))
  await clock.advance?.(61)
  const late = await bench.elsewhere(person)
  const next = link === ACTIVATE ? 'account-activated' : 'password-changed'
  const { error, led } = await triesLink(late, address, next)
  bench.claim(
    `“${link}” leads to no form that sets a password any more after ${life} s`,
    !led,
    'it still leads there',
  )
  await proveRefused(bench, {
    of: `“${link}” of ${life} s ago`,
    error,
    facts: await late.signedIn(),
    afterwards: 'a new mail can be asked for',
    works: async () => {
      if (link === ACTIVATE) return late.canPress('Request a new activation link')
      await toForgotten(late)
      await askForReset(late)
      return late.isAt('check-your-email')
    },
  })
}
