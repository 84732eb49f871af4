import { boundBrowser } from '../http/browser-cookie.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { signedOut } from '../http/signed-in.ts'
import { refusalOf } from '../store/sso-logins.ts'

const NOT_OURS = 'This login began in another browser, is finished already, or took too long. Log in again'

/** Why this browser's latest login at the provider was refused. */
async function whyRefused(c: Ctx): Promise<string> {
  const { tenant, sandbox } = c.var
  const browser = boundBrowser(c, 'login')
  const refusal = browser && (await refusalOf(tenant.store.db, sandbox.id, browser))
  return refusal || NOT_OURS
}

/** Sends people on to the page that says why they were not let in. */
export const goToRefusal = signedOut(async (c) =>
  goTo(c, '/log-in/refused', 'login-page', await whyRefused(c)),
)

/** Back from the provider, and not let in: the login page says why. The address carries nothing of it (ASVS 5.0 14.2.1). */
export const showRefusal = signedOut(async (c) => show(c, 'login-page', { message: await whyRefused(c) }))
