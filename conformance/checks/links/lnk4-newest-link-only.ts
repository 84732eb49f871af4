import { askForReset, choosePassword, goodPassword, holder, toForgotten } from '../bench/journeys.ts'
import { linkIn, nextMail, RESET } from '../bench/mailed-link.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { triesLink } from './try-link.ts'

export const lnk4 = defineCheck({
  id: 'LNK4',
  title: 'A newer reset link puts the older one out of force',
  source: '6.6.2',
  level: 'SHOULD',
  asvsLevel: 2,
  needs: ['mailbox', 'documented.newestLinkOnly'],
  async prove(bench) {
    bench.claim('the documentation says that only the newest link works', bench.documented('newestLinkOnly'))
    const person = await holder(bench)
    await toForgotten(person)
    await askForReset(person)
    const older = await linkIn(bench, await nextMail(person, RESET, 0), RESET)
    await toForgotten(person)
    await askForReset(person)
    const newer = await linkIn(bench, await nextMail(person, RESET, 1), RESET)
    const { error, led } = await triesLink(person, older, 'password-changed')
    bench.claim('the older link leads to no form that sets a password', !led, 'it leads there')
    await proveRefused(bench, {
      of: 'the older link',
      error,
      facts: await person.signedIn(),
      afterwards: 'the newer link sets a password',
      works: async () => {
        await person.opens(newer)
        await choosePassword(person, goodPassword(bench))
        return person.isAt('password-changed')
      },
    })
  },
})
