import { halfOfALogin } from '../administration/half-of-a-login.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/rejections.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, openForm, saveSettings, settingsOf } from './settings.ts'

/** A screen that opens is there at once. */
const AT_ONCE = 500

export const cfg6 = defineCheck({
  id: 'CFG6',
  title:
    'The settings of SSO neither open to someone who may not change them, nor are changed by their requests',
  source: '8.2.1; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['ssoSettings', 'administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['identity-provider', 'mailbox'],
  seconds: 180,
  claims: {
    page: 'the address of the settings does not open to a role that may not change them',
    request: 'the request of an Administrator, sent by such a role, changes nothing',
    nobody: 'the request of an Administrator, sent by someone who is not logged in, changes nothing',
    'half-way': 'the request of an Administrator who has given the password alone changes nothing',
  },
  async prove(bench) {
    const { mayNot = bench.role('administration').ranks.slice(0, 1) } = bench.role('ssoSettings')
    for (const { label } of mayNot) await proveClosedTo(bench, label)
  },
})

/** @param role of the product */
async function proveClosedTo(bench: Bench, role: string) {
  const { administrator: may, openIdConnect } = bench.role('ssoSettings')
  const administrator = await bench.person(may)
  const other = await addSecond(bench, administrator, role)
  await logInForTheFirstTime(other, { email: 'second', password: 'new' })
  await openForm(administrator)
  const before = await settingsOf(administrator)
  const form = administrator.page.url()
  await fillSettings(administrator, 'right')
  const sent = await administrator.interceptRequest(() => saveSettings(administrator))

  await other.open(form)
  const opens = await other.isAtOneOf([openIdConnect.choose.screen, openIdConnect.form], AT_ONCE)
  bench.claim('page', opens === undefined, `it opens to the role “${role}”`)

  const changes = async (jar: Jar, from: string) => {
    await jar.sendFresh({ ...sent, from })
    await jar.close()
    // Another way to log in may end the sessions that began by the former one.
    return isOut(await administrator.signedIn()) || (await settingsOf(administrator)) !== before
  }
  const { dashboard } = other.session.arranged
  const half = await halfOfALogin(administrator)
  if (typeof half === 'string') bench.skip('half-way', half)
  const senders: [string, Person | undefined, string][] = [
    ['nobody', undefined, 'the settings have changed'],
    ...(typeof half === 'string'
      ? []
      : [['half-way', half, 'the settings have changed'] as [string, Person, string]]),
    ['request', other, `the role “${role}” has changed the settings`],
  ]
  const refused: string[] = []
  for (const [claim, sender, seen] of senders) {
    // What is changed once is not changed again by the same request.
    if (await changes(sender ? await Jar.of(sender) : await Jar.with(other), dashboard)) {
      bench.claim(claim, false, seen)
      return
    }
    refused.push(claim)
  }
  const isTried = await changes(await Jar.of(administrator), form)
  for (const claim of refused)
    if (isTried) bench.claim(claim, true)
    else bench.unproven(claim, 'The control fails: as an Administrator’s it changes nothing either.')
}
