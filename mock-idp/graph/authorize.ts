import { timingSafeEqual } from 'node:crypto'
import type { Directory, User } from '../directory/types.ts'
import { permissionsOf } from '../provider/apis.ts'
import { graphNames } from '../provider/graph-scopes.ts'
import type { Issuer } from '../provider/issuer.ts'
import { GraphError } from './errors.ts'

/** Who calls: the directory's own management token, a user, or an application on its own, by an access token. */
export interface Caller {
  /** Whether everything may be written. */
  manages: boolean
  /** Whether everything may be read. */
  reads: boolean
  user?: User
}

/** An application may do what its permissions for Graph say (learn.microsoft.com/graph/permissions-reference). */
async function applicationCaller(issuer: Issuer, token: string): Promise<Caller | undefined> {
  const known = await issuer.provider.ClientCredentials.find(token)
  const found = known?.clientId ? await issuer.load(known.clientId) : undefined
  if (!found) return undefined
  const permissions = permissionsOf(found.application, graphNames)
  const manages = permissions.some((name) => name.endsWith('.ReadWrite.All'))
  return { manages, reads: manages || permissions.some((name) => name.endsWith('.Read.All')) }
}

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
  if (sameToken(token, directory.managementToken)) return { manages: true, reads: true }
  const application = await applicationCaller(issuer, token)
  if (application) return application
  const known = await issuer.provider.AccessToken.find(token)
  const account = known?.accountId ? await issuer.loadAccount(known.accountId) : undefined
  if (!account || account.directory.id !== directory.id)
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'This access token is unknown, expired, or of another directory.',
    )
  const { administrator } = account.user
  return { manages: administrator, reads: administrator, user: account.user }
}
