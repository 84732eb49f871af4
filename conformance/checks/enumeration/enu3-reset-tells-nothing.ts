import { performWithAddress } from '../bench/fill-with.ts'
import { account } from '../bench/journeys.ts'
import { anotherComes, countMails, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { inCapitals, proveAlike, proveAlikeInvited } from './prove-alike.ts'

export const enu3 = defineCheck({
  id: 'ENU3',
  title: 'Asking for a reset brings the same page for every address, and a mail to registered ones only',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['reset', 'login'],
  uses: ['codes', 'activation'],
  needs: ['mailbox'],
  claims: {
    alike: 'a registered and an unknown address bring the same page',
    capitals: 'a registered and an unknown address bring the same page when they are typed in capitals',
    invited: 'an invited address brings the same page as an unknown one',
    mail: 'one mail is sent, and it goes to the registered address',
  },
  async prove(bench) {
    const { openLink } = bench.role('reset')
    const known = await account(bench)
    const unknown = await bench.another(known)
    const prepare = async (person: Person, email: 'registered' | 'unknown') => {
      await toForgotten(person)
      return () => askForReset(person, email)
    }
    await proveAlike(bench, 'alike', { known, unknown }, prepare)
    await nextMail(known, openLink, 0)
    await anotherComes(known, openLink, 1)
    const mails = await countMails(known, openLink)
    bench.claim('mail', mails === 1, `${mails} are sent`)
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
  },
})
