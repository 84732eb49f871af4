import type { Exchange } from '../http/exchange.ts'
import { isPostedFromElsewhere } from '../http/from-elsewhere.ts'
import { redirect, sendHtml } from '../http/respond.ts'
import { plainErrorPage } from '../look/error-page.ts'
import { forgetCookie } from '../provider/cookie-sites.ts'
import type { Issuer } from '../provider/issuer.ts'
import { forgetSession } from '../provider/session-state.ts'
import { endSession } from './end-session.ts'
import { confirmPage, signedOutPage, stillSignedInPage } from './pages.ts'
import { type LogoutRequest, readLogoutRequest } from './request.ts'

function afterwards({ redirectUri, state }: LogoutRequest, issuer: Issuer): string | undefined {
  if (!redirectUri) return undefined
  const params: Record<string, string> = state === undefined ? {} : { state }
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(
    issuer.misbehaviourOf(undefined)?.postLogout?.(params) ?? params,
  ))
    url.searchParams.set(name, value)
  return url.href
}

/** The clients' sign-out pages may be anywhere. */
const framing = '; frame-src http: https:'

/**
 * The sign-out endpoint. A generic provider asks first, unless an ID token proves who sends the person
 * (RP-Initiated Logout 1.0 section 2); Entra signs out at once.
 */
export async function signOut(exchange: Exchange, issuer: Issuer) {
  const { req, res, method, form, query } = exchange
  const { authority, provider } = issuer
  const name = authority.directory?.displayName ?? 'your organization'
  const request = await readLogoutRequest(exchange, issuer)
  if (request.problem) return sendHtml(res, 400, plainErrorPage('invalid_request', request.problem))

  const session = await provider.Session.get(provider.createContext(req, res))
  const answered = method === 'POST' && !isPostedFromElsewhere(exchange) ? form.get('logout') : null
  if (answered === 'no') return sendHtml(res, 200, stillSignedInPage(name))
  const asks =
    authority.kind === 'oidc' && !request.proven && answered !== 'yes' && session.accountId !== undefined
  if (asks) return sendHtml(res, 200, confirmPage(name, method === 'POST' ? form : query))

  const frames = session.accountId ? await endSession(issuer, session) : []
  const cookie = provider.cookieName('session')
  for (const each of [cookie, `${cookie}.sig`]) forgetCookie(res, each, authority)
  forgetSession(res, authority)
  const next = afterwards(request, issuer)
  if (next && frames.length === 0) return redirect(res, next)
  return sendHtml(res, 200, signedOutPage(name, frames, next), framing)
}
