import { activateAccount } from '../../../machines/activate-account.ts'
import { choosePassword, goodPassword } from '../bench/journeys.ts'
import { ACTIVATE, mailedLink, tokenOf } from '../bench/mailed-link.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const lnk5 = defineCheck({
  id: 'LNK5',
  title: 'A link whose token is spoilt leads nowhere, and spoils nothing',
  source: '6.6.2',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await bench.person(activateAccount, 'invited')
    const link = await mailedLink(person, ACTIVATE)
    const token = tokenOf(link)
    const [first = ''] = token
    const spoilt = {
      'a token with one character changed': `${first === 'a' ? 'b' : 'a'}${token.slice(1)}`,
      'a token in other case': swapCase(token),
      'half a token': token.slice(0, token.length / 2),
    }
    const stranger = await bench.elsewhere(person)
    for (const [of, other] of Object.entries(spoilt)) {
      const error = await stranger.isToldAt(link.replace(token, other))
      bench.claim(
        `${of} leads to no form`,
        !(await stranger.isAt('change-your-password', 500)),
        'the form is there',
      )
      await proveRefused(bench, {
        of,
        error,
        facts: await stranger.signedIn(),
        afterwards: 'the link itself works',
        works: async () => {
          await person.opens(link)
          return person.isAt('change-your-password')
        },
      })
    }
    await choosePassword(person, goodPassword(bench))
    bench.claim('and it still sets a password', await person.isAt('account-activated'))
  },
})

const swapCase = (text: string) =>
  [...text].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join('')
