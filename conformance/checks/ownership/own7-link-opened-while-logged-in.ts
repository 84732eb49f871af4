import type { Bench } from '../bench/bench.ts'
import { account, logInForTheFirstTime, toProtectedPage } from '../bench/journeys.ts'
import { countMails, mailedLink } from '../bench/mailed-link.ts'
import { chooseFirstPassword, chooseNewPassword, otherPassword } from '../bench/mailed-passwords.ts'
import { NotTestable } from '../bench/outcome.ts'
import { opensTo, secondAccount } from '../bench/second-account.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { invitedAndActive } from './invited-and-active.ts'
import { forgetful } from './reset-link-of.ts'

const NO_FORM = 'Someone who is logged in gets no form for a new password there.'

export const own7 = defineCheck({
  id: 'OWN7',
  title: 'A link that someone opens who is logged in to another account sets the password of its own account',
  source: '8.2.2; 6.4.1; 6.4.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['reset', 'activation', 'codes', 'administration'],
  needs: ['mailbox'],
  seconds: 150,
  claims: {
    reset: 'a reset link leaves the account alone that is logged in',
    invitation: 'an invitation leaves the account alone that is logged in',
  },
  async prove(bench) {
    await skipIfNotTestable(bench, ['reset'], () => proveReset(bench))
    await skipIfNotTestable(bench, ['invitation'], () => proveInvitation(bench))
  },
})

async function proveReset(bench: Bench) {
  const { openLink, passwordForm } = bench.role('reset')
  const owner = await account(bench)
  await toProtectedPage(owner)
  const second = await secondAccount(bench, owner)
  await forgetful(second.person, second.email, await countMails(second.person, openLink))
  await owner.open(await mailedLink(second.person, openLink))
  if (!(await owner.isAt(passwordForm))) throw new NotTestable(NO_FORM)
  await chooseNewPassword(owner)
  await owner.settle()

  const kept = await opensTo({ person: await bench.elsewhere(owner), password: 'right' })
  second.person.session.choosePassword(otherPassword(bench))
  judge(bench, 'reset', kept, await opensTo({ ...second, password: 'new' }))
}

async function proveInvitation(bench: Bench) {
  const { passwordForm, done } = bench.role('activation')
  const { invited, active } = await invitedAndActive(bench)
  const { person, ...account } = active
  const { chosenPassword } = person.session
  await logInForTheFirstTime(person, account)
  await person.open(invited.link)
  if (!(await person.isAt(passwordForm))) throw new NotTestable(NO_FORM)
  await chooseFirstPassword(person, otherPassword(bench))
  const works = await person.isAt(done)

  const later = await bench.elsewhere(person)
  later.session.choosePassword(chosenPassword)
  judge(bench, 'invitation', await opensTo({ ...account, person: later }), works)
}

/** @param works the link has set the password of its own account */
function judge(bench: Bench, claim: string, kept: boolean, works: boolean) {
  if (kept && !works) bench.unproven(claim, 'The control fails: the form sets no password at all.')
  else bench.claim(claim, kept, 'its password has changed')
}
