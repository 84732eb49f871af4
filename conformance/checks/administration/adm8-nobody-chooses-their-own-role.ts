import type { Bench } from '../bench/bench.ts'
import { isJson, withJsonFields, withSet } from '../bench/body.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { chooseFirstPassword } from '../bench/mailed-passwords.ts'
import { inviteSecond } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { getsToAdding } from './gets-to-adding.ts'

export const adm8 = defineCheck({
  id: 'ADM8',
  title: 'Someone who is invited chooses no role for themselves',
  source: '15.3.3; 8.2.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 90,
  claims: {
    activation:
      'an activation form that names the most powerful role leaves the one that was chosen for them',
  },
  async prove(bench) {
    const { administrator: situation, ranks } = bench.role('administration')
    const { passwordForm, done } = bench.role('activation')
    const second = await inviteSecond(bench, await bench.person(situation))
    await second.reach(passwordForm)
    const sent = await second.interceptRequest(() => chooseFirstPassword(second))
    const jar = await Jar.of(second)
    const { error } = await jar.sendFresh(sent, (fresh) => withRole(fresh, ranks.at(-1)?.label ?? ''))
    await jar.close()
    // Where further fields are refused, the honest form still works.
    if (error !== undefined) {
      await chooseFirstPassword(second)
      await second.reach(done)
    }
    await logInForTheFirstTime(second, { email: 'second', password: 'new' })
    bench.claim('activation', !(await getsToAdding(second)), 'they get to the form that adds users')
    await proveControl(bench)
  },
})

/** The way of an Administrator is there for those who have the role: else that nobody gets along it proves nothing. */
async function proveControl(bench: Bench) {
  const administrator = await bench.person(bench.role('administration').administrator)
  if (!(await getsToAdding(administrator)))
    bench.unproven('activation', 'The control fails: an Administrator does not get there either.')
}

/** The request with a role, under the names that products have for one. */
function withRole(sent: Sent, role: string): Sent {
  const low = role.toLowerCase()
  const fields = {
    ...{
      role,
      Role: role,
      roles: role,
      'roles[]': role,
      role_id: low,
      'user[role]': low,
      user_role: low,
      type: low,
    },
    ...{ isAdmin: 'true', is_admin: 'true', admin: 'true', is_staff: 'true', is_superuser: 'true' },
  }
  return { ...sent, body: isJson(sent.body) ? withJsonFields(sent.body, fields) : withSet(sent.body, fields) }
}
