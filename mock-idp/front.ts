import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { instanceDiscovery } from './entra/discovery.ts'
import { errorPath, refusalJson, trace } from './entra/refusal.ts'
import { allowScripts } from './http/cors.ts'
import { admitFrame } from './http/embedding.ts'
import { BodyTooLarge, type Exchange, readExchange } from './http/exchange.ts'
import { sendHtml, sendJson } from './http/respond.ts'
import { answerEnqueued, recordRequest } from './log/record.ts'
import { sendAsset } from './look/assets.ts'
import { errorCodePage, errorPage, plainErrorPage } from './look/error-page.ts'
import type { Issuers } from './provider/issuers.ts'
import { resolveAuthority } from './provider/resolve-authority.ts'
import { instanceDiscoveryPath, isForScripts, ownPath } from './provider/routes.ts'
import type { ProviderState } from './provider-state.ts'
import { isAway } from './store/store.ts'

const wantsHtml = ({ req }: Exchange) => (req.headers.accept ?? '').includes('text/html')

/** AADSTS90002 for a tenant that doesn't exist (FACTS, Microsoft Entra); a plain 404 for a generic provider. */
function sendMissing(exchange: Exchange, missing: string, kind: 'entra' | 'oidc', now: number) {
  const { res, base } = exchange
  if (kind === 'oidc') {
    const text = `There is no provider at /oidc/${missing}.`
    return wantsHtml(exchange)
      ? sendHtml(res, 404, plainErrorPage('not_found', text))
      : sendJson(res, 404, { error: 'not_found', error_description: text })
  }
  const message =
    missing === 'consumers'
      ? "Personal accounts are in no tenant here, so that there is no 'consumers': use 'common' or 'organizations'."
      : `The tenant '${missing}' was not found: compare the tenant ID in the address with the directory's overview. Addresses here begin with a tenant (ID or domain), or with /oidc/ and the ID of a generic provider.`
  const refusal = trace({ code: 90002, error: 'invalid_request', message }, now, undefined, randomUUID)
  return wantsHtml(exchange)
    ? sendHtml(res, 400, errorPage(refusal))
    : sendJson(res, 400, refusalJson(refusal, base))
}

async function answer(asked: Exchange, state: ProviderState, issuers: Issuers, extra: ExtraRoute[]) {
  const exchange = { ...asked, path: ownPath(asked.path) }
  const { path, res, base } = exchange
  const asset = path.startsWith('/assets/') ? path.slice('/assets/'.length) : undefined
  if (asset !== undefined && (await sendAsset(asset, res, state.embedding))) return
  if (path === errorPath) return sendHtml(res, 200, errorCodePage(exchange.query.get('code') ?? ''))
  if (path === `/common${instanceDiscoveryPath}`) return sendJson(res, 200, instanceDiscovery(base))
  for (const route of extra) if (await route(exchange)) return
  const resolved = await resolveAuthority(path, base, state.store)
  if ('missing' in resolved) return sendMissing(exchange, resolved.missing, resolved.kind, state.clock())
  if (resolved.found.directory) state.touch(resolved.found.directory.id)
  const { routeIssuer } = await loadAuthorities()
  await routeIssuer(exchange, await issuers.of(resolved.found))
}

/**
 * Everything behind the authorities, oidc-provider above all: what takes most of the time to load, and is not needed to listen.
 */
export function loadAuthorities() {
  authorities ??= import('./route-issuer.ts')
  return authorities
}

let authorities: Promise<typeof import('./route-issuer.ts')> | undefined

/** A route outside the authorities; answers whether it took the request. */
export type ExtraRoute = (exchange: Exchange) => Promise<boolean>

/** How the provider is reached, and what there is beside the authorities. */
export interface Front {
  state: ProviderState
  issuers: Issuers
  /** Scheme, host and port under which this caller knows the provider. */
  base: string
  knowsHost(host: string | undefined): boolean
  /** Answered before anything is recorded: the control API. */
  control: ExtraRoute
  extra: ExtraRoute[]
}

function sendMisdirected({ res, req }: Exchange) {
  const text = `This provider has no name '${req.headers.host ?? ''}': call it by its address, or add the name to its hosts.`
  sendJson(res, 421, { error: 'invalid_request', error_description: text })
}

/**
 * Takes a request of the server: records it, answers it, logs it, and turns what went wrong into a protocol error. Preflights
 * are between browser and server: they are answered before anything else looks at them.
 */
export async function handle(
  req: IncomingMessage,
  res: ServerResponse,
  { state, issuers, base, knowsHost, control, extra }: Front,
) {
  try {
    admitFrame(req, res, state.embedding, base)
    const exchange = await readExchange(req, res, base)
    if (!knowsHost(req.headers.host)) return sendMisdirected(exchange)
    if (await control(exchange)) return
    if (isForScripts(exchange.path) && allowScripts(exchange)) return
    recordRequest(exchange, state)
    if (answerEnqueued(exchange, state)) return
    await answer(exchange, state, issuers, extra)
  } catch (error) {
    if (res.headersSent) return void res.destroy()
    if (error instanceof BodyTooLarge) {
      // Who is still sending would get a reset in place of the answer. The server's limits end a body that takes too long.
      req.resume()
      return sendJson(res, 413, { error: 'invalid_request', error_description: error.message })
    }
    if (isAway(error))
      return sendJson(
        res,
        503,
        { error: 'temporarily_unavailable', error_description: error.message },
        { 'retry-after': String(error.retryAfter) },
      )
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    state.emit({ type: 'protocol-error', code: 'server_error', reason })
    sendJson(res, 500, {
      error: 'server_error',
      error_description: 'The provider failed; its event log says why.',
    })
  }
}
