import { addUsers } from '../../../machines/first-login/add-users.ts'
import { toUsers } from '../bench/administration.ts'
import { arrives, enterFirstCode, toAppEnrolment } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isOut } from '../bench/refusal.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'

export const ses8 = defineCheck({
  id: 'SES8',
  title: 'The sessions of a user whose access is taken away end',
  source: '7.4.2',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox', 'authenticator-app', 'pages.removeUser'],
  seconds: 90,
  async prove(bench) {
    const administrator = await bench.person(addUsers, 'administrator')
    const second = await addSecond(bench, administrator)
    await toAppEnrolment(second, 'new', 'second')
    await enterFirstCode(second)
    await arrives(second)
    await toUsers(administrator)
    const { page, patience } = administrator
    await page
      .getByRole('row')
      .filter({ hasText: second.session.cast.note('colleague') })
      .getByRole('link')
      .first()
      .click()
    for (const label of bench.pages('removeUser'))
      await page.getByText(label, { exact: true }).last().click({ timeout: patience })
    await administrator.session.settling.settled(patience)
    await toUsers(administrator)
    const listed = await page
      .getByRole('row')
      .filter({ hasText: second.session.cast.note('colleague') })
      .count()
    if (listed > 0) throw new Unproven('The user is still in the list.')
    bench.claim('the session of the removed user is over', isOut(await second.signedIn()), 'it goes on')
  },
})
