import type { TrustedProxies } from '../caller.ts'
import { type App, serve } from '../serve.ts'
import { createApp } from './app.ts'
import { makeAssets } from './assets.ts'
import { Background } from './background.ts'
import { newSandbox } from './control/bodies.ts'
import { readAs } from './control/control-error.ts'
import { createSandbox, type NewSandbox } from './control/create-sandbox.ts'
import { openOutbox } from './outbox/open-outbox.ts'
import type { ProviderDoor } from './provider-door.ts'
import { rules as allRules, type Rules } from './rules/index.ts'
import { type Random, systemRandom } from './secrets.ts'
import { makeOutgoing } from './sso/outgoing.ts'
import type { Store } from './store/open-store.ts'
import type { Tenant } from './tenant.ts'

export interface TenantOptions {
  /** 0 takes any free port. */
  port: number
  /** Only this machine by default. */
  host?: string
  /** Where people reach the product: `http://localhost:<port>` by default. Mailed links and security keys are bound to it. */
  origin?: string
  /** The site that may show the product in a frame and use the control API from its pages. */
  siteOrigin?: string
  store: Store
  /** The mail server that invitations leave through. */
  smtp: { host: string; port: number }
  /** Real time in ms. */
  now?: () => number
  random?: Random
  rules?: Rules
  /** Tells browsers to use TLS from now on, for a year (RFC 6797); only where `origin` has it. */
  hsts?: boolean
  /** The proxies that are believed when they say who asks. Default: none. */
  trustProxy?: TrustedProxies
  /** Limits how often sandboxes are made and asked for: for a tenant that others than this machine reach. */
  limited?: boolean
  /** How many sandboxes are kept: 500 by default. */
  maxSandboxes?: number
  /** Origins of identity providers that may be reached though they are on this machine or in its network. */
  allowedProviders?: string[]
  /** An identity provider with a directory for each sandbox; without one, SSO needs one that the caller runs. */
  provider?: ProviderDoor
  /** Where Entra's directories are looked for: `https://login.microsoftonline.com` by default. */
  entraAuthority?: string
}

export interface RunningTenant {
  /** The origin, without a slash at its end. */
  url: string
  /** Where it listens on this machine. */
  listening: string
  /** Resolves when nothing is left to do that no answer waited for, such as sending notices. */
  settled(): Promise<void>
  /**
   * Makes a sandbox for someone of whom another party of this process takes care: limits for networks do not hold then.
   * @param wanted as the control API takes it
   * @throws {ControlError}
   */
  makeSandbox(wanted: unknown): Promise<NewSandbox>
  /** Stops answering. The store stays open: it belongs to who opened it. */
  close(): Promise<void>
}

/**
 * Starts the reference implementation of the documented product.
 * @throws {PortError} when the port can't be taken
 */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const { port, host = 'localhost', now = Date.now, random = systemRandom, rules = allRules } = options
  await makeAssets()
  const outbox = openOutbox(options.smtp)
  const background = new Background()
  const ending = new AbortController()
  let app: App = { fetch: () => new Response(null, { status: 503 }) }
  const served = await serve(
    { fetch: (request, env) => app.fetch(request, env) },
    {
      port,
      host,
      who: 'The tenant',
      otherwise: 'choose another port for the tenant',
      names: options.origin === undefined ? [] : [new URL(options.origin).hostname],
    },
  )
  const url = new URL(options.origin ?? served.url).origin
  const tenant: Tenant = {
    store: options.store,
    outbox,
    background,
    rules,
    now,
    random,
    origin: url,
    siteOrigin: options.siteOrigin,
    hsts: options.hsts ?? false,
    outgoing: makeOutgoing(rules.guardOutgoing, options.allowedProviders ?? []),
    entraAuthority: new URL(options.entraAuthority ?? 'https://login.microsoftonline.com').origin,
    provider: options.provider,
    maxSandboxes: options.maxSandboxes ?? 500,
    trustProxy: options.trustProxy ?? 0,
    isLimited: options.limited ?? false,
    ending: ending.signal,
  }
  app = createApp(tenant)
  return {
    url,
    listening: served.url,
    settled: () => background.settled(),
    makeSandbox: async (wanted) => createSandbox(tenant, readAs(newSandbox, wanted)),
    async close() {
      ending.abort()
      await served.close()
      await background.settled()
      outbox.close()
    },
  }
}
