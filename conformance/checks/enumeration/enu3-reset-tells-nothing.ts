import { needActs } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { guessInVain } from '../bench/guess.ts'
import { account } from '../bench/journeys.ts'
import { anotherComes, countMails, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { inCapitals, type Prepare, proveAlike, proveAlikeInvited } from './prove-alike.ts'

/** More than a careful product mails to one address in a row. */
const OFTEN = 12

export const enu3 = defineCheck({
  id: 'ENU3',
  title: 'Asking for a reset brings the same page for every address, and a mail to registered ones only',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['reset', 'login'],
  uses: ['codes', 'activation'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    alike: 'a registered and an unknown address bring the same page',
    capitals: 'a registered and an unknown address bring the same page when they are typed in capitals',
    invited: 'an invited address brings the same page as an unknown one',
    resent: 'having the mail sent again brings the same page for a registered address and an unknown one',
    often: 'asking many times brings the same page for a registered address and an unknown one',
    mail: 'one mail is sent, and it goes to the registered address',
  },
  async prove(bench) {
    const { openLink } = bench.role('reset')
    const known = await account(bench)
    const unknown = await bench.another(known)
    let asked = 0
    const prepare = async (person: Person, email: 'registered' | 'unknown') => {
      await toForgotten(person)
      if (email === 'registered') asked += 1
      return () => askForReset(person, email)
    }
    await proveAlike(bench, 'alike', { known, unknown }, prepare)
    await nextMail(known, openLink, 0)
    await anotherComes(known, openLink, asked)
    const mails = await countMails(known, openLink)
    // What differs is asked for again, and products limit their mails.
    bench.claim('mail', mails <= asked, `${mails} are sent, and it was asked for ${asked} times`)
    const third = await account(bench)
    await proveAlike(
      bench,
      'capitals',
      { known: third, unknown: await bench.another(third) },
      async (person, email) => {
        await toForgotten(person)
        return () => performWithAddress(person, person.role('reset').ask(email), inCapitals)
      },
      inCapitals,
    )
    await proveAlikeInvited(bench, prepare)
    await skipIfNotTestable(bench, ['resent'], () => proveResent(bench))
    await proveOften(bench, prepare)
  },
})

/** Two people, at the same deployment: the address of the first one is registered. */
async function both(bench: Bench) {
  const known = await account(bench)
  return { known, unknown: await bench.another(known) }
}

async function proveResent(bench: Bench) {
  const { resend, sent } = bench.role('reset')
  if (!resend) throw new NotTestable('Nothing has the mail sent again.')
  needActs(bench, [resend])
  await proveAlike(bench, 'resent', await both(bench), async (person, email) => {
    await toForgotten(person)
    await askForReset(person, email)
    await person.reach(sent)
    return () => person.perform(resend)
  })
}

/** A product that limits its mails may count those alone that are sent. */
async function proveOften(bench: Bench, prepare: Prepare) {
  const people = { ...(await both(bench)), last: () => account(bench) }
  await proveAlike(bench, 'often', people, async (person, email) => {
    await toForgotten(person)
    await guessInVain(person, OFTEN, () => askForReset(person, email))
    return prepare(person, email)
  })
}
