import { choosePassword, enterPassword, newcomer, toPassword } from '../bench/journeys.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

/** 80 characters: more than the 72 bytes that bcrypt reads. */
const LONG = 'violet harbour 27 lanterns and a dozen Grey herons on the long wet pier at noonx'

export const pwd3 = defineCheck({
  id: 'PWD3',
  title: 'A password of 80 characters is compared to its last character, and in its case',
  source: '6.2.8',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await newcomer(bench)
    await choosePassword(person, LONG)
    bench.claim('a password of 80 characters is accepted', await person.isAt('account-activated'))
    const spoilt = {
      'the password with another last character': `${LONG.slice(0, -1)}y`,
      'the password in lower case': LONG.toLowerCase(),
    }
    for (const [of, password] of Object.entries(spoilt)) {
      await toPassword(person)
      person.world.choosePassword(password)
      const error = await person.isTold(() => enterPassword(person, 'new'))
      bench.claim(`${of} is not accepted`, await person.isAt('enter-your-password'))
      await proveRefused(bench, {
        of,
        error,
        facts: await person.signedIn(),
        afterwards: 'the password itself opens the account',
        works: async () => {
          person.world.choosePassword(LONG)
          await enterPassword(person, 'new')
          return person.isAt('keep-your-account-safe')
        },
      })
    }
  },
})
