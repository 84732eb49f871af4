import { acted } from '../http/acted.ts'
import { goOn } from '../http/at-stage.ts'
import type { Action } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { alertsOf } from './alerts.ts'

/** The protected page. */
export const showDashboard: Action = async (c) => {
  const { tenant, visit } = c.var
  if (visit && tenant.rules.mayOpenDashboard(visit))
    return show(c, 'dashboard', { alerts: await alertsOf(c) })
  acted(c, { what: 'visit', address: 'dashboard' })
  return goOn(c)
}

/** For programs: whose session this is, if there is one. */
export const tellSession: Action = async (c) => {
  const { tenant, visit } = c.var
  return visit && tenant.rules.isSignedIn(visit)
    ? c.json({ email: visit.email })
    : c.json({ error: { code: 'no-session', message: 'No one is logged in here.' } }, 401)
}
