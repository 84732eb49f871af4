import { giveKept, keptBy } from '../../page/kept.ts'
import { NotThere } from '../../session/find.ts'
import { newcomersEmail, rolesIn, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { addBystander } from '../bench/bystander.ts'
import { changeRole } from '../bench/change-role.ts'
import {
  arrive,
  enterPassword,
  isAskedForCode,
  logInForTheFirstTime,
  logOut,
  passCode,
  toPassword,
  toProtectedPage,
} from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/rejections.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { getsToAdding } from './gets-to-adding.ts'

export const adm10 = defineCheck({
  id: 'ADM10',
  title: 'A role that is changed counts at once, also for someone who is logged in',
  source: '8.3.2; 8.2.1',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox', 'pages.changeRole'],
  seconds: 210,
  claims: {
    saved: 'the list shows the role that was changed to',
    taken: 'someone who is logged in, and whose role is taken, gets to the form that adds users no longer',
    given: 'someone whose role is given back gets to that form again',
    browser:
      'someone with a lesser role does not get to that form at the browser of an Administrator either, who has logged out or not',
    kept: 'the Administrator who changes the role of somebody else keeps their own',
    others: 'nobody else’s role is changed',
  },
  async prove(bench) {
    const { administrator: situation, ranks } = bench.role('administration')
    const [least, most] = [ranks[0]?.label ?? '', ranks.at(-1)?.label ?? '']
    const administrator = await bench.person(situation)
    const email = await newcomersEmail(administrator)
    const other = await addSecond(bench, administrator, most)
    await logInForTheFirstTime(other, { email: 'second', password: 'new' })
    if (!(await getsToAdding(other))) throw new Unproven(`As ${most} they do not get to the form either.`)
    const judgeOthers = await addBystander(bench, administrator)
    const change = async (role: string) => {
      await toUsers(administrator)
      await changeRole(administrator, email, role)
      if (!bench.claim('kept', await getsToAdding(administrator), 'they get to that form no longer'))
        throw new Unproven('The Administrator has lost their own role.')
      await judgeOthers()
      const shown = await rolesIn(administrator, email)
      return bench.claim('saved', shown.join() === role, `it says “${shown.join()}”, and ${role} was chosen`)
    }
    if (!(await change(least))) {
      for (const claim of ['taken', 'given', 'browser']) bench.unproven(claim, 'No role was changed.')
      return
    }
    const isTaken = bench.claim('taken', !(await getsToAdding(other)), `as ${least} they do`)
    if (isTaken) await proveBrowser(bench, administrator, other)
    else bench.skip('browser', 'Their former role counts everywhere.')
    await change(most)
    // A product may end the session of somebody whose role has changed: they log in again, with the new one.
    if (isOut(await other.signedIn()) && !(await logsIn(other)))
      bench.unproven('given', 'They do not get in again.')
    else bench.claim('given', await getsToAdding(other), 'they do not')
  },
})

/** What a browser keeps of a former login must count for nothing. The form opens there to the Administrator: that is the control. */
async function proveBrowser(bench: Bench, administrator: Person, other: Person) {
  for (const isLoggedOut of [true, false]) {
    const before = await bench.elsewhere(administrator)
    await toProtectedPage(before)
    if (!(await getsToAdding(before)))
      return bench.unproven('browser', 'The Administrator does not get there at another computer.')
    if (isLoggedOut) await logOut(before)
    const kept = await keptBy(before.page, new URL(before.session.arranged.url).origin)
    const after = await bench.elsewhere(other)
    after.session.choosePassword(other.session.chosenPassword)
    await giveKept(after.session.context, kept)
    if (await logsIn(after)) bench.claim('browser', !(await getsToAdding(after)), 'they do')
    // Where somebody is logged in, many products ask nobody for an address.
    else bench.skip('browser', 'Nobody else logs in there.')
  }
}

async function logsIn(person: Person): Promise<boolean> {
  try {
    await toPassword(person, 'second')
    await enterPassword(person, 'new')
    if (await isAskedForCode(person)) await passCode(person)
    await arrive(person)
    return true
  } catch (error) {
    if (error instanceof NotThere || error instanceof Unproven) return false
    throw error
  }
}
