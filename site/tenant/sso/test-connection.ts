import { z } from 'zod'
import type { SsoConnection } from '../store/sso-schema.ts'
import type { Tenant } from '../tenant.ts'
import { connect } from './connect.ts'

const keySet = z.object({ keys: z.array(z.unknown()).min(1) })

/** Asks the provider for what every login needs, without a login. Answers what was found. */
export async function testConnection(
  tenant: Tenant,
  connection: SsoConnection,
  now: number,
): Promise<{ good: string } | { wrong: string }> {
  const provider = await connect(tenant, connection, now)
  if ('wrong' in provider) return provider
  const { jwks_uri = '' } = provider.configuration.serverMetadata()
  const keys = await tenant.outgoing(jwks_uri).then(
    async (answer) => keySet.safeParse(await answer.json().catch(() => undefined)),
    () => undefined,
  )
  if (!keys?.success)
    return { wrong: `The provider answers, but we can’t reach its signing keys at “${jwks_uri}”` }
  const flow =
    provider.flow === 'code'
      ? 'Logins go by code and client secret'
      : 'Logins go by an ID token through the browser'
  return { good: `The provider “${provider.issuer}” answers, and its signing keys are there. ${flow}.` }
}
