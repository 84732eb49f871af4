import { atStage, goOn } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { readForm } from '../http/read-form.ts'
import { placeOf } from '../stages.ts'
import { changeVisit } from '../store/visits.ts'

/** Log-in.5: the visitor chooses how the account is secured. A new secret is made at each enrolment. */
export const chooseMethod = atStage(['enrol'], async (c, visit) => {
  const { tenant } = c.var
  const { method } = await readForm(c, 'method')
  if (method !== 'authenticator-app' && method !== 'security-key') return goOn(c)
  const stage = method === 'authenticator-app' ? 'enrol-app' : 'enrol-key'
  const secret = stage === 'enrol-app' ? tenant.rules.makeSecret() : null
  await changeVisit(tenant.store.db, visit, { stage, pending_secret: secret })
  await did(c, `choose.${method}`, placeOf[stage].screen)
  return goTo(c, placeOf[stage].page)
})
