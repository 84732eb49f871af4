import { alerts } from '../alerts.ts'
import { used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { signedIn } from '../http/signed-in.ts'
import type { ScreenProps } from '../screens/props.ts'
import { handleAlert, handledAlerts, reopenAlert } from '../store/handled-alerts.ts'
import type { Account } from '../store/schema.ts'

const SCREEN = 'alerts'

/** What has been found, who has dealt with it, and the dashboard's count of what is open. */
export async function alertsOf(c: Ctx) {
  const handled = await handledAlerts(c.var.tenant.store.db, c.var.sandbox.id)
  return alerts.map((alert) => {
    const by = handled.find((each) => each.alert === alert.id)?.by
    return { ...alert, ...(by === undefined ? {} : { by }) }
  })
}

async function list(c: Ctx, account: Account, said: ScreenProps = {}, status: 200 | 403 = 200) {
  const modifies = c.var.tenant.rules.mayModify(account)
  return show(c, SCREEN, { alerts: await alertsOf(c), modifies, ...said }, status)
}

/** Everyone may read. */
export const showAlerts: Action = signedIn((c, account) => list(c, account))

/** Administrators and Editors mark an alert as handled, or open it again. */
export const changeAlert: Action = signedIn(async (c, account) => {
  const { tenant, sandbox, now } = c.var
  const { alert: id, do: what } = await readForm(c, 'alert', 'do')
  const handled = what === 'handle'
  used(c, SCREEN, handled ? 'Mark as handled' : 'Open again')
  if (!tenant.rules.mayModify(account)) {
    await record(c, 'access-refused', { about: c.req.path.slice(c.var.base.length) })
    const message = 'A Viewer reads only. An Editor or an Administrator can deal with alerts.'
    return list(c, account, { message, tone: 'wrong' }, 403)
  }
  const alert = alerts.find((each) => each.id === id)
  if (!alert) return goTo(c, '/configuration/alerts', SCREEN)
  await atOnce(c, async () => {
    const { db } = c.var.tenant.store
    const changed = handled
      ? await handleAlert(db, { sandbox_id: sandbox.id, alert: alert.id, by: account.email, at: now })
      : await reopenAlert(db, sandbox.id, alert.id)
    if (changed) await record(c, handled ? 'alert-handled' : 'alert-opened', { about: alert.what })
    return true
  })
  return goTo(c, '/configuration/alerts', SCREEN)
})
