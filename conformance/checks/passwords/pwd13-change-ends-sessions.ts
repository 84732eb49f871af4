import { isIn } from '../../session/signed-in.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { otherPassword } from '../bench/mailed-passwords.ts'
import { proveSessionEnds } from '../bench/offers-to-end.ts'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { changePassword, openChangeForm } from './change-form.ts'
import { opensElsewhere } from './opens-elsewhere.ts'

export const pwd13 = defineCheck({
  id: 'PWD13',
  title: 'A changed password ends the other sessions, or offers to end them',
  source: '7.4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: ['pages.changePassword'],
  claims: { ended: 'after the change every other session is over, or a button ends it' },
  async prove(bench) {
    const thief = await account(bench)
    await toProtectedPage(thief)
    const accomplice = await bench.elsewhere(thief)
    await toProtectedPage(accomplice)
    const owner = await bench.elsewhere(thief)
    await toProtectedPage(owner)
    const form = await openChangeForm(owner)
    if (!isIn(await thief.signedIn()) || !isIn(await accomplice.signedIn()))
      throw new Unproven('The session was over before the password was changed.')
    const fresh = otherPassword(bench)
    await changePassword(owner, form, owner.account.password, fresh)
    if (isIn(await thief.signedIn()) && !(await opensElsewhere(owner, fresh)))
      throw new Unproven('The password was not changed.')
    for (const one of [thief, accomplice]) await proveSessionEnds(owner, one, 'ended')
  },
})
