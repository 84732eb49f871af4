import { logIn } from '../../../machines/first-login/log-in.ts'
import type { Bench } from '../bench/bench.ts'
import {
  arrives,
  choosePassword,
  enterFirstCode,
  holder,
  otherPassword,
  toAppEnrolment,
  toReset,
} from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

const PAUSE = 50

export const lnk12 = defineCheck({
  id: 'LNK12',
  title: 'The holder hears by mail of a reset password and of an added factor',
  source: 'NIST 4.1.2.1; 6.3.7',
  level: 'MUST',
  asvsLevel: 3,
  needs: ['mailbox', 'authenticator-app'],
  async prove(bench) {
    const forgetful = await holder(bench)
    await toReset(forgetful)
    await proveNoticed(bench, forgetful, 'a reset password', async () => {
      await choosePassword(forgetful, otherPassword(bench))
      await forgetful.sees('password-changed')
    })
    const fresh = await bench.person(logIn, 'activated')
    await toAppEnrolment(fresh)
    await proveNoticed(bench, fresh, 'an added authenticator app', async () => {
      await enterFirstCode(fresh)
      await arrives(fresh)
    })
  },
})

/** Waits for a mail that was not there before. */
async function proveNoticed(bench: Bench, person: Person, what: string, deed: () => Promise<void>) {
  const mailbox = person.session.mailbox()
  const before = (await mailbox.mails()).length
  await deed()
  const until = Date.now() + person.patience
  let mails = await mailbox.mails()
  while (mails.length <= before && Date.now() < until) {
    await person.page.waitForTimeout(PAUSE)
    mails = await mailbox.mails()
  }
  bench.claim(
    `a mail tells of ${what}`,
    mails.length > before,
    `no mail comes within ${person.patience / 1000} s`,
  )
}
