import { choosePassword, enterPassword, isHeldAtPassword, newcomer, toPassword } from '../bench/journeys.ts'
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
      // At another computer each time: the password itself may log in, and then nothing asks for one.
      const other = await bench.elsewhere(person)
      await toPassword(other)
      other.session.choosePassword(password)
      const error = await other.isTold(() => enterPassword(other, 'new'))
      bench.claim(`${of} is not accepted`, await isHeldAtPassword(other))
      await proveRefused(bench, {
        of,
        error,
        facts: await other.signedIn(),
        afterwards: 'the password itself opens the account',
        works: async () => {
          other.session.choosePassword(LONG)
          await enterPassword(other, 'new')
          return other.isAt('keep-your-account-safe')
        },
      })
    }
  },
})
