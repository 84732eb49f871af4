import { newcomersEmail, rolesIn, toUsers } from '../bench/administration.ts'
import { changeRole } from '../bench/change-role.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
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
  seconds: 150,
  claims: {
    saved: 'the list shows the role that was changed to',
    taken: 'someone who is logged in, and whose role is taken, gets to the form that adds users no longer',
    given: 'someone whose role is given back gets to that form again',
    kept: 'the Administrator who changes the role of somebody else keeps their own',
  },
  async prove(bench) {
    const { administrator: situation, ranks } = bench.role('administration')
    const [least, most] = [ranks[0]?.label ?? '', ranks.at(-1)?.label ?? '']
    const administrator = await bench.person(situation)
    const email = await newcomersEmail(administrator)
    const other = await addSecond(bench, administrator, most)
    await logInForTheFirstTime(other, { email: 'second', password: 'new' })
    if (!(await getsToAdding(other))) throw new Unproven(`As ${most} they do not get to the form either.`)
    const change = async (role: string) => {
      await toUsers(administrator)
      await changeRole(administrator, email, role)
      if (!bench.claim('kept', await getsToAdding(administrator), 'they get to that form no longer'))
        throw new Unproven('The Administrator has lost their own role.')
      await toUsers(administrator)
      const shown = await rolesIn(administrator, email)
      return bench.claim('saved', shown.join() === role, `it says “${shown.join()}”, and ${role} was chosen`)
    }
    if (!(await change(least))) {
      for (const claim of ['taken', 'given']) bench.unproven(claim, 'No role was changed.')
      return
    }
    bench.claim('taken', !(await getsToAdding(other)), `as ${least} they do`)
    await change(most)
    bench.claim('given', await getsToAdding(other), 'they do not')
  },
})
