import type { Ctx } from '../http/context.ts'
import { record } from '../http/record.ts'
import type { SsoConnection } from '../store/sso-schema.ts'
import { endVisit, visitsBeyondPassword } from '../store/visits.ts'
import { breakGlassOf } from './break-glass.ts'

const issuerOf = ({ discovery_url }: SsoConnection) =>
  discovery_url?.replace(/\/\.well-known\/openid-configuration$/, '')

/**
 * Ends what was begun by a way of logging in that was just changed: sessions, and logins that wait for their second factor.
 * @param connection what is in force now; undefined for 1Secure Authentication
 */
export async function endOutdatedSessions(c: Ctx, connection: SsoConnection | undefined): Promise<void> {
  const { tenant, sandbox, visit, now } = c.var
  const { db } = tenant.store
  const keeper = connection && (await breakGlassOf(tenant, connection, now))
  const inForce = connection ? issuerOf(connection) : null
  const outdated = (await visitsBeyondPassword(db, sandbox.id)).filter(
    ({ token_hash, account_id, issuer }) =>
      !tenant.rules.maySessionGoOn({
        by: issuer,
        inForce,
        isActing: token_hash === visit?.token_hash,
        isBreakGlass: account_id !== null && account_id === keeper?.id,
      }),
  )
  for (const { token_hash } of outdated) await endVisit(db, token_hash)
  if (outdated.length > 0)
    await record(c, 'sessions-ended', { about: `${outdated.length}: another way of logging in` })
}
