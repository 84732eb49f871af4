import type { MockIdp } from '../../index.ts'
import type { Misbehaviour } from '../../misbehaviours/types.ts'
import type { Account } from '../sign-in.ts'

/** Where a client signs in, and which user. */
export interface Target {
  issuer: string
  clientId: string
  clientSecret: string
  redirectUri: string
  person: Account
  /** The provider's certificate, for clients that don't share this process's trust. */
  certificateFile?: string
  /** Try a refresh after the login too. */
  refresh?: boolean
  /** Try a logout in the end too. */
  leave?: boolean
}

/** The result: accepted, with the claims the client trusts; or refused, with the reason it gives. */
export type ClientOutcome =
  | { accepted: true; claims: Record<string, unknown> }
  | {
      accepted: false
      step: 'discovery' | 'login' | 'userinfo' | 'refresh' | 'logout' | 'api'
      reason: string
    }

/** A reason short enough for a table: the code of an error, or its name. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : error.name
}

/** Signs in with one client; never throws for what the client refuses. */
export type Runner = (target: Target) => Promise<ClientOutcome>

/**
 * Lets a user log out at a provider that misbehaves, in a separate directory. Accepted: the client believes the logout
 * and the user is out; undefined: the client does not support this logout.
 */
export type LogoutRunner = (misbehaviour: Misbehaviour, idp: MockIdp) => Promise<ClientOutcome | undefined>
