import { userIdOf } from '../provider/issuer.ts'

/** `client_info`, which MSAL makes the account's key from: base64url of the user's and the tenant's id. */
function clientInfo(accountId: string): string {
  const uid = userIdOf(accountId)
  const utid = accountId.slice(0, -uid.length - 1)
  return Buffer.from(JSON.stringify({ uid, utid })).toString('base64url')
}

/** The token answer with what Entra adds (FACTS, "What real clients demand"). */
export function tokenAnswer(
  body: Record<string, unknown>,
  accountId: string | undefined,
): Record<string, unknown> {
  return {
    ...body,
    ext_expires_in: body.expires_in,
    ...(accountId && { client_info: clientInfo(accountId) }),
  }
}
