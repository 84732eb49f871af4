import { newcomersEmail, rowOf, toUsers } from '../bench/administration.ts'
import { arrive, enterFirstCode, toAppEnrolment } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'

export const ses8 = defineCheck({
  id: 'SES8',
  title: 'The sessions of a user who is removed end',
  source: '7.4.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation', 'login', 'codes', 'session'],
  needs: ['mailbox', 'authenticator-app', 'pages.removeUser'],
  seconds: 90,
  claims: { ended: 'the session of the removed user is over' },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const second = await addSecond(bench, administrator)
    await toAppEnrolment(second, 'new', 'second')
    await enterFirstCode(second)
    await arrive(second)
    const email = await newcomersEmail(administrator)
    await toUsers(administrator)
    const { page, patience } = administrator
    await rowOf(administrator, email).getByRole('link').first().click()
    for (const label of bench.pages('removeUser'))
      await page.getByText(label, { exact: true }).last().click({ timeout: patience })
    await administrator.settle()
    await toUsers(administrator)
    if (await rowOf(administrator, email).isVisible()) throw new Unproven('The user is still in the list.')
    bench.claimOut('ended', await second.signedIn(), 'it continues')
  },
})
