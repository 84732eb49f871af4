import { used } from '../http/acted.ts'
import { atStage } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { leave } from '../http/visit-cookie.ts'
import { placeOf } from '../stages.ts'
import { findApp } from '../store/authenticator-apps.ts'
import { keysOfAccount } from '../store/security-keys.ts'
import { changeVisit } from '../store/visits.ts'

/** Back to the choice of a method; what was begun is forgotten. */
export const chooseAnother = atStage(['enrol-app', 'enrol-key'], async (c, visit) => {
  used(c, placeOf[visit.stage].screen, 'Try another method')
  await changeVisit(c.var.tenant.store.db, visit, { stage: 'enrol', pending_secret: null, pending_key: null })
  return goTo(c, placeOf.enrol.page, placeOf.enrol.screen)
})

/** To the other enrolled method, where there is one. */
export const verifyByAnother = atStage(['verify-app', 'verify-key'], async (c, visit) => {
  used(c, placeOf[visit.stage].screen, 'Try another method')
  const { db } = c.var.tenant.store
  const account = visit.account_id ?? ''
  const other = visit.stage === 'verify-app' ? 'verify-key' : 'verify-app'
  const enrolled =
    other === 'verify-key' ? (await keysOfAccount(db, account)).length > 0 : await findApp(db, account)
  if (!enrolled)
    return show(c, placeOf[visit.stage].screen, { message: 'No other method is set up for this account.' })
  await changeVisit(db, visit, { stage: other })
  return goTo(c, placeOf[other].page, placeOf[other].screen)
})

/** Leaves the half-way login; who is adding a further method to the account stays logged in. */
export const goBack = atStage(['enrol'], async (c, visit) => {
  used(c, placeOf.enrol.screen, 'Go back')
  if (visit.confirmed_at !== null) {
    await changeVisit(c.var.tenant.store.db, visit, { stage: 'in' })
    return goTo(c, '/account', 'your-account')
  }
  await leave(c)
  return goTo(c, '/log-in/email', 'email-address')
})
