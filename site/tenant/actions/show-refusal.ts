import { goOn } from '../http/at-stage.ts'
import { boundBrowser } from '../http/browser-cookie.ts'
import type { Action } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { refusalOf } from '../store/sso-logins.ts'

const NOT_OURS = 'This login began in another browser, is finished already, or took too long. Log in again'

/** Back from the provider, and not let in: the login page says why. The address carries nothing of it (ASVS 5.0 14.2.1). */
export const showRefusal: Action = async (c) => {
  const { tenant, sandbox, visit } = c.var
  if (visit && tenant.rules.isSignedIn(visit)) return goOn(c)
  const browser = boundBrowser(c, 'login')
  const refusal = browser && (await refusalOf(tenant.store.db, sandbox.id, browser))
  return show(c, 'login-page', { message: refusal || NOT_OURS })
}
