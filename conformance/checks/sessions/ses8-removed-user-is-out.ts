import { callOwn } from '../../session/own-function.ts'
import { use } from '../../session/unusable.ts'
import { newcomersEmail, rowOf, toUsers } from '../bench/administration.ts'
import { arrive, enterFirstCode, toAppEnrolment } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { pressLabel } from '../codes/prove-again.ts'

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
    const before = await inTheList(administrator, email)
    await takeAway(administrator, email)
    await administrator.settle()
    await toUsers(administrator)
    if ((await inTheList(administrator, email)) === before)
      throw new Unproven('The user is in the list as before.')
    bench.claimOut('ended', await second.signedIn(), 'it continues')
  },
})

/** What the list says of a user; `undefined` where they are not in it. */
async function inTheList(administrator: Person, email: string): Promise<string | undefined> {
  const row = rowOf(administrator, email)
  return (await row.isVisible()) ? row.innerText() : undefined
}

/** Begins at the list of users. */
async function takeAway(administrator: Person, email: string): Promise<void> {
  const { page, patience, bench } = administrator
  const way = bench.pages('removeUser')
  if (typeof way === 'function') return callOwn('pages.removeUser', page, () => way(page, { email }))
  const row = rowOf(administrator, email)
  await use(row, 'the row of the user', () => row.getByRole('link').first().click({ timeout: patience }))
  for (const label of way) await pressLabel(administrator, label)
}
