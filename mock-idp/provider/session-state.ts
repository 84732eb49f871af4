import { createHash, randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { html } from 'hono/html'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Exchange } from '../http/exchange.ts'
import type { Authority } from './authority.ts'
import { cookieSitesText, forgetCookie } from './cookie-sites.ts'

/** Read by the script of the frame (`look/check-session.js`), so not HttpOnly; it names no session. */
const cookie = 'idp_browser'

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The `session_state` of an answer (Session Management 1.0 section 2): a client can compare it, and read nothing in it. */
export function sessionState(clientId: string, origin: string, browserState: string, salt: string): string {
  return `${digest(`${clientId} ${origin} ${browserState} ${salt}`)}.${salt}`
}

/** Tells the browser which session it has, and answers the `session_state` for the client that asked. */
export function announceSession(ctx: KoaContextWithOIDC, { mount, base }: Authority): string {
  const { session, client, params } = ctx.oidc
  const browserState = digest(session?.uid ?? '')
  ctx.res.appendHeader('set-cookie', `${cookie}=${browserState}; path=${mount}${cookieSitesText(base)}`)
  const { origin } = new URL(String(params?.redirect_uri))
  return sessionState(client?.clientId ?? '', origin, browserState, randomBytes(8).toString('base64url'))
}

export const forgetSession = (res: ServerResponse, authority: Authority) =>
  forgetCookie(res, cookie, authority)

const page = String(
  html`<!doctype html><title>Session</title><script src="/assets/check-session.js"></script>`,
)

/**
 * The page for a client's frame (Session Management 1.0 section 3.2). Any site may frame it: it only answers messages.
 */
export function sendSessionFrame({ res }: Exchange) {
  res.writeHead(200, {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; frame-ancestors http: https:; base-uri 'none'",
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  res.end(page)
}
