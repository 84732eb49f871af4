import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { Jar } from '../bench/jar.ts'
import { choosePassword, goodPassword, otherPassword } from '../bench/journeys.ts'
import { ACTIVATE, mailedLink, tokenOf } from '../bench/mailed-link.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { triesLink } from './try-link.ts'

export const lnk5 = defineCheck({
  id: 'LNK5',
  title: 'A link whose token is spoilt leads nowhere, and spoils nothing',
  source: '6.6.2',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['mailbox'],
  seconds: 90,
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
    // A page that is put up by script may break on what it cannot read, without a word; what its form would send is sent then.
    await person.opens(link)
    const sent = await person.holdsBack(() => choosePassword(person, otherPassword(bench)))
    const sends = async (other: string) => {
      const jar = await Jar.with(stranger)
      const { error } = await jar.send({
        ...sent,
        url: sent.url.replace(token, other),
        body: sent.body.replaceAll(token, other),
      })
      await jar.close()
      return error
    }
    const bringsToken = `${sent.url} ${sent.body}`.includes(token)
    for (const [of, other] of Object.entries(spoilt)) {
      const { error: told, led } = await triesLink(stranger, link.replace(token, other), 'account-activated')
      const error = told ?? (bringsToken ? await sends(other) : undefined)
      bench.claim(`${of} leads to no form that sets a password`, !led, 'it leads there')
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
