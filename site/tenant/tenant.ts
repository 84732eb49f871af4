import type { TrustedProxies } from '../caller.ts'
import type { Background } from './background.ts'
import type { Outbox } from './outbox/open-outbox.ts'
import type { ProviderDoor } from './provider-door.ts'
import type { Rules } from './rules/index.ts'
import type { Random } from './secrets.ts'
import type { Outgoing } from './sso/outgoing.ts'
import type { Store } from './store/open-store.ts'
import type { Sandbox } from './store/schema.ts'

/** What every part of the running tenant works with. */
export interface Tenant {
  store: Store
  rules: Rules
  outbox: Outbox
  background: Background
  /** Real time in ms; a sandbox's own time is {@link timeIn}. */
  now: () => number
  random: Random
  /** Where the product is reached: mailed links and security keys are bound to it, never to a request's headers. */
  origin: string
  /** The site that may show the product in a frame. */
  siteOrigin?: string | undefined
  /** Whether browsers are told to use TLS from now on. */
  hsts: boolean
  /** The way to identity providers. */
  outgoing: Outgoing
  /** Origin of Entra, below which its directories lie. */
  entraAuthority: string
  /** An identity provider with a directory for each sandbox. */
  provider?: ProviderDoor | undefined
  /** How many sandboxes are kept; the longest unused ones are dropped, but none that was used within the hour. */
  maxSandboxes: number
  /** The proxies that are believed when they say who asks. */
  trustProxy: TrustedProxies
  /** Whether it is limited how often sandboxes are made and asked for. */
  isLimited: boolean
  /** Aborted when the tenant is closed: what has no end of its own ends then. */
  ending: AbortSignal
}

/** The time in a sandbox, in ms. */
export const timeIn = (tenant: Tenant, sandbox: Sandbox) => tenant.now() + Number(sandbox.clock_offset)

/** The path of a sandbox's product. */
export const baseOf = (sandbox: Sandbox) => `/t/${sandbox.id}`
