import { atStage } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { show } from '../http/show.tsx'
import { leave } from '../http/visit-cookie.ts'
import { placeOf } from '../stages.ts'
import { findApp } from '../store/authenticator-apps.ts'
import { keysOfAccount } from '../store/security-keys.ts'
import { changeVisit } from '../store/visits.ts'

/** Back to the choice of a method; what was begun is forgotten. */
export const chooseAnother = atStage(['enrol-app', 'enrol-key'], async (c, visit) => {
  await changeVisit(c.var.tenant.store.db, visit, { stage: 'enrol', pending_secret: null, pending_key: null })
  await did(c, 'try-another-method', placeOf.enrol.screen)
  return goTo(c, placeOf.enrol.page)
})

/** To the other enrolled method, where there is one. */
export const verifyByAnother = atStage(['verify-app', 'verify-key'], async (c, visit) => {
  const { db } = c.var.tenant.store
  const account = visit.account_id ?? ''
  const other = visit.stage === 'verify-app' ? 'verify-key' : 'verify-app'
  const enrolled =
    other === 'verify-key' ? (await keysOfAccount(db, account)).length > 0 : await findApp(db, account)
  const { screen } = placeOf[enrolled ? other : visit.stage]
  await did(c, 'try-another-method', screen)
  if (!enrolled) return show(c, screen, { message: 'No other method is set up for this account.' })
  await changeVisit(db, visit, { stage: other })
  return goTo(c, placeOf[other].page)
})

/** Leaves the half-way login; who is adding a further method to the account stays logged in. */
export const goBack = atStage(['enrol'], async (c, visit) => {
  if (visit.confirmed_at !== null) {
    await changeVisit(c.var.tenant.store.db, visit, { stage: 'in' })
    await did(c, 'go-back', 'your-account')
    return goTo(c, '/account')
  }
  await leave(c)
  await did(c, 'go-back', 'email-address')
  return goTo(c, '/log-in/email')
})
