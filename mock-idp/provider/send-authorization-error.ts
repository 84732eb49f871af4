import { randomUUID } from 'node:crypto'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { asText, type Refusal, trace } from '../entra/refusal.ts'
import { setHtml } from '../http/respond.ts'
import { errorPage } from '../look/error-page.ts'
import { formPostPage } from '../look/form-post-page.ts'
import type { Issuer } from './issuer.ts'

/** Where and how an authorization answer goes. */
export interface Destination {
  redirectUri: string
  responseMode?: string | null
  responseType?: string | null
  state?: string | null
}

/** An answer for the client, ready to be sent: a redirect, or a page that posts it. */
export type Delivery = { location: string } | { html: string }

/** Puts parameters where the response mode wants them (OAuth 2.0 Multiple Response Types, section 2.1; form_post). */
export function deliver(
  { redirectUri, responseMode, responseType }: Destination,
  params: Record<string, string>,
): Delivery {
  const mode = responseMode ?? (/token/.test(responseType ?? '') ? 'fragment' : 'query')
  if (mode === 'form_post') return { html: formPostPage(redirectUri, params) }
  const url = new URL(redirectUri)
  if (mode === 'fragment') url.hash = new URLSearchParams(params).toString()
  else for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return { location: url.href }
}

/** Sends an error to the client, with its state. Answers false where the client can't be trusted with it. */
export function sendToClient(ctx: KoaContextWithOIDC, error: Record<string, string>): boolean {
  const { params, client } = ctx.oidc
  const {
    redirect_uri: redirectUri,
    state,
    response_mode: responseMode,
    response_type: responseType,
  } = params ?? {}
  if (typeof redirectUri !== 'string' || !client?.redirectUriAllowed(redirectUri)) return false
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const delivery = deliver(
    { redirectUri, responseMode: text(responseMode), responseType: text(responseType) },
    { ...error, ...(typeof state === 'string' && { state }) },
  )
  if ('html' in delivery) setHtml(ctx, 200, delivery.html)
  else {
    ctx.status = 303
    ctx.redirect(delivery.location)
  }
  return true
}

/** Answers with an Entra error: on a page of ours when the client can't be trusted with it, else at the client. */
export function sendAuthorizationError(issuer: Issuer, ctx: KoaContextWithOIDC, refusal: Refusal) {
  const traced = trace(refusal, issuer.clock(), ctx.get('client-request-id') || undefined, randomUUID)
  // The library has set out for the client already.
  ctx.remove('location')
  const isSent =
    !refusal.onPage && sendToClient(ctx, { error: traced.error, error_description: asText(traced) })
  if (!isSent) setHtml(ctx, 400, errorPage(traced))
}
