import type { Bench } from '../bench/bench.ts'
import { isJson, withJsonFields, withSet } from '../bench/body.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { chooseFirstPassword } from '../bench/mailed-passwords.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { inviteSecond } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { submit, textFieldsOf } from '../text/own-forms.ts'
import { getsToAdding } from './gets-to-adding.ts'

export const adm8 = defineCheck({
  id: 'ADM8',
  title: 'Nobody chooses a role for themselves',
  source: '15.3.3; 8.2.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    activation:
      'an activation form that names the most powerful role leaves the one that was chosen for them',
    forms:
      'a further form that the profile names, sent by someone who is logged in, with the most powerful role in it, leaves them theirs',
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
    const isRaised = await getsToAdding(second)
    bench.claim('activation', !isRaised, 'they get to the form that adds users')
    if (isRaised) bench.skip('forms', 'They have that role by their activation.')
    else await proveForms(bench, second)
    await proveControl(bench)
  },
})

/** Some products keep whatever a form holds: that of one's own name, too. */
async function proveForms(bench: Bench, person: Person) {
  const { forms = [] } = bench.target.pages ?? {}
  const { ranks } = bench.role('administration')
  let sent = 0
  for (const at of forms) {
    await person.open(at)
    const [field] = await textFieldsOf(person)
    // Some of these forms are an Administrator's.
    if (!field) continue
    await field.fill(`${await field.inputValue()}s`)
    const held = await person
      .interceptRequest(() => submit(person, field))
      .catch((error: unknown) => {
        if (!(error instanceof Unproven)) throw error
      })
    // A form that is drawn for everybody may send nothing for them.
    if (!held) continue
    const jar = await Jar.of(person)
    await jar.sendFresh(held, (fresh) => withRole(fresh, ranks.at(-1)?.label ?? ''))
    await jar.close()
    sent += 1
    bench.claim(
      'forms',
      !(await getsToAdding(person)),
      `after the form at ${at} they get to the form that adds users`,
    )
  }
  if (sent === 0) bench.skip('forms', 'The profile names no further form that opens to them (pages.forms).')
}

/** The way of an Administrator is there for those who have the role: else that nobody gets along it proves nothing. */
async function proveControl(bench: Bench) {
  const administrator = await bench.person(bench.role('administration').administrator)
  if (await getsToAdding(administrator)) return
  for (const claim of ['activation', 'forms'])
    bench.unproven(claim, 'The control fails: an Administrator does not get there either.')
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
