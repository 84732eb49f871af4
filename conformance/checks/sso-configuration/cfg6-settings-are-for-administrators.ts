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
  seconds: 90,
  claims: {
    page: 'the address of the settings does not open to the least powerful role',
    request: 'the request of an Administrator, sent by the least powerful role, changes nothing',
    nobody: 'neither does it when someone sends it who is not logged in',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    const other = await addSecond(bench, administrator)
    await logInForTheFirstTime(other, { email: 'second', password: 'new' })
    await openForm(administrator)
    const before = await settingsOf(administrator)
    const form = administrator.page.url()
    await fillSettings(administrator, 'right')
    const sent = await administrator.interceptRequest(() => saveSettings(administrator))

    await other.open(form)
    const { openIdConnect } = bench.role('ssoSettings')
    bench.claim('page', !(await other.isAt(openIdConnect.form, AT_ONCE)), 'it opens')

    const changes = async (jar: Jar, from: string) => {
      await jar.sendFresh({ ...sent, from })
      await jar.close()
      // Another way to log in may end the sessions that began by the former one.
      return isOut(await administrator.signedIn()) || (await settingsOf(administrator)) !== before
    }
    const { dashboard } = other.session.arranged
    const seen = {
      request: await changes(await Jar.of(other), dashboard),
      nobody: await changes(await Jar.with(other), dashboard),
    }
    const isTried = seen.nobody || seen.request || (await changes(await Jar.of(administrator), form))
    for (const [claim, isChanged] of Object.entries(seen))
      if (isTried) bench.claim(claim, !isChanged, 'the settings have changed')
      else bench.unproven(claim, 'The control fails: as an Administrator’s it changes nothing either.')
  },
})
