import type { SsoMethod } from '../../../machines/model/roles.ts'
import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'
import { openSettings } from '../sso-configuration/settings.ts'
import { judgePage } from './judge-markup.ts'
import { fillMarkup, sends, textFieldsOf } from './type-markup.ts'

/** Types markup into each field of the settings of SSO, one at a time: some values are saved, others refused. */
export async function judgeSettings(bench: Bench) {
  const { administrator: situation, openIdConnect, entra } = bench.role('ssoSettings')
  const administrator = await bench.person(situation)
  for (const method of [openIdConnect, ...(entra ? [entra] : [])])
    for (const label of textFieldsOf(administrator, method.fill('right')))
      await judgeField(bench, administrator, method, label)
}

async function judgeField(bench: Bench, administrator: Person, method: SsoMethod, label: string) {
  await openSettings(administrator)
  await administrator.perform(method.choose)
  await administrator.reach(method.form)
  await fillMarkup(administrator, method.fill('right'), [label])
  const isSent = await sends(administrator, method.save)
  if (!(await administrator.isAt(bench.role('ssoSettings').saved))) {
    await judgePage(bench, administrator, 'refused', isSent)
    return
  }
  await judgePage(bench, administrator, 'settings')
  await openSettings(administrator)
  await administrator.reach(method.form)
  await judgePage(bench, administrator, 'settings')
}
