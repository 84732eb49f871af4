import type { Directory, User } from '../directory/types.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Issuer } from '../provider/issuer.ts'

/** One request to the admin center, by an administrator who is signed in. */
export interface AdminContext {
  exchange: Exchange
  issuer: Issuer
  directory: Directory
  administrator: User
  /** The address of the admin center, without a trailing slash: `/{tenant}/admin`. */
  home: string
}
