import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
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
  seconds: 120,
  claims: {
    page: 'the address of the settings does not open to a role that may not change them',
    request: 'the request of an Administrator, sent by such a role, changes nothing',
    nobody: 'the request of an Administrator, sent by someone who is not logged in, changes nothing',
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
  const stranger = await changes(await Jar.with(other), dashboard)
  // What is changed once is not changed again by the same request.
  const request = !stranger && (await changes(await Jar.of(other), dashboard))
  const isTried = stranger || request || (await changes(await Jar.of(administrator), form))
  if (!isTried) {
    for (const claim of ['nobody', 'request'])
      bench.unproven(claim, 'The control fails: as an Administrator’s it changes nothing either.')
    return
  }
  bench.claim('nobody', !stranger, 'the settings have changed')
  if (stranger) bench.unproven('request', 'Someone who is not logged in has changed the settings already.')
  else bench.claim('request', !request, `the role “${role}” has changed the settings`)
}
