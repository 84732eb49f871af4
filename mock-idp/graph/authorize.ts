import { timingSafeEqual } from 'node:crypto'
import type { Directory, User } from '../directory/types.ts'
import type { Issuer } from '../provider/issuer.ts'
import { GraphError } from './errors.ts'

/** Who calls: the directory's own management token, or a user by an access token. */
export type Caller = { manages: true; user?: undefined } | { manages: boolean; user: User }

function sameToken(a: string, b: string): boolean {
  const [given, known] = [Buffer.from(a), Buffer.from(b)]
  return given.length === known.length && timingSafeEqual(given, known)
}

/** Finds out who a bearer token belongs to. Throws GraphError 401. */
export async function callerOf(
  issuer: Issuer,
  directory: Directory,
  header: string | undefined,
): Promise<Caller> {
  const token = /^bearer (.+)$/i.exec(header ?? '')?.[1]
  if (!token)
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'Send an access token, or the management token of the directory, as a bearer token.',
    )
  if (sameToken(token, directory.managementToken)) return { manages: true }
  const known = await issuer.provider.AccessToken.find(token)
  const account = known?.accountId ? await issuer.loadAccount(known.accountId) : undefined
  if (!account || account.directory.id !== directory.id)
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'This access token is unknown, expired, or of another directory.',
    )
  return { manages: account.user.administrator, user: account.user }
}
