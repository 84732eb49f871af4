import { used } from '../http/acted.ts'
import { atStage, goOn } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { factors } from '../screens/keep-your-account-safe.tsx'
import { placeOf } from '../stages.ts'
import { changeVisit } from '../store/visits.ts'

/** Log-in.5: the visitor chooses how the account is secured. A new secret is made at each enrolment. */
export const chooseMethod = atStage(['enrol'], async (c, visit) => {
  const { tenant } = c.var
  const { method } = await readForm(c, 'method')
  const factor = factors.find(({ value }) => value === method)
  if (!factor) return goOn(c)
  used(c, placeOf.enrol.screen, factor.label)
  const stage = factor.value === 'authenticator-app' ? 'enrol-app' : 'enrol-key'
  const secret = stage === 'enrol-app' ? tenant.rules.makeSecret() : null
  await changeVisit(tenant.store.db, visit, { stage, pending_secret: secret })
  return goTo(c, placeOf[stage].page, placeOf[stage].screen)
})
