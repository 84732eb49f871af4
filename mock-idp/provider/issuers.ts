import type { KeyRing } from '../keys/ring.ts'
import type { ProviderState } from '../provider-state.ts'
import type { Authority } from './authority.ts'
import type { Issuer } from './issuer.ts'
import { LastUsed } from './last-used.ts'

/** More running issuers than this and the longest unused are dropped; what they issued stays in the store. */
const maxRunning = 500

interface Running {
  issuer: Promise<Issuer>
  ring: KeyRing
  keyGeneration: number
}

export interface Issuers {
  /** The running issuer of an authority, built when first asked for and again after its keys were rotated. */
  of(authority: Authority): Promise<Issuer>
}

/** Loaded when the first issuer is asked for. */
async function make(authority: Authority, state: ProviderState): Promise<Issuer> {
  const { makeProvider } = await import('./make-provider.ts')
  return makeProvider(authority, state)
}

export function issuers(state: ProviderState): Issuers {
  const running = new LastUsed<string, Running>(maxRunning)

  return {
    async of(authority) {
      const name = authority.base + authority.mount
      const ring = state.keysOf(authority.directory)
      const keyGeneration = await ring.generation()
      const known = running.get(name)
      const next =
        known?.ring === ring && known.keyGeneration === keyGeneration
          ? known
          : { issuer: make(authority, state), ring, keyGeneration }
      running.set(name, next)
      const issuer = await next.issuer
      // Just read from the store: what is registered there is the live configuration.
      issuer.authority.directory = authority.directory
      return issuer
    },
  }
}
