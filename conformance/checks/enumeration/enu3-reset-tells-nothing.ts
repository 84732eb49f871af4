import { askForReset, holder, toForgotten } from '../bench/journeys.ts'
import { countMails, nextMail, RESET } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'
import { proveAlike } from './prove-alike.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500

export const enu3 = defineCheck({
  id: 'ENU3',
  title: 'Asking for a reset brings the same page for every address, and a mail to registered ones only',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  needs: ['mailbox'],
  async prove(bench) {
    const known = await holder(bench)
    const unknown = await bench.beside(known)
    await proveAlike(bench, { known, unknown }, 'asking for a reset', async (person, email) => {
      await toForgotten(person)
      return () => askForReset(person, email)
    })
    await nextMail(known, RESET, 0)
    await known.page.waitForTimeout(LONG_ENOUGH)
    bench.claim(
      'one mail is sent, to the registered address',
      (await countMails(known, RESET)) === 1,
      'the unknown one gets a mail',
    )
  },
})
