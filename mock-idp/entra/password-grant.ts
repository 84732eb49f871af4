import type { Issuer } from '../provider/issuer.ts'
import { accountIdOf } from '../provider/issuer.ts'
import { findAccount } from '../sign-in/find-account.ts'
import type { EntraRequest } from './authorize-request.ts'
import { parameterMissing, type Refusal } from './refusal.ts'
import { signInRefusals } from './sign-in-refusals.ts'
import { refusedAtToken } from './token-consent.ts'

/** AADSTS9001023 (Microsoft's reference of error codes). */
const notAtCommon: Refusal = {
  code: 9001023,
  error: 'invalid_request',
  message:
    "The grant type is not supported over '/common': use '/organizations' or the address of the tenant.",
}

/**
 * The account whose name and password a client sends itself (RFC 6749 section 4.3; at Entra
 * learn.microsoft.com/entra/identity-platform/v2-oauth-ropc).
 */
export async function passwordAccount(
  issuer: Issuer,
  { params, application, home }: EntraRequest,
): Promise<{ accountId: string } | Refusal> {
  if (issuer.authority.mount.startsWith('/common')) return notAtCommon
  const [name, password] = [params.get('username'), params.get('password')]
  if (!name) return parameterMissing('username')
  if (password === null) return parameterMissing('password')
  if (!application || !home) return signInRefusals.passwordWrong()
  const found = await findAccount({ issuer, home }, name)
  if ('refusal' in found) return found.refusal
  const { user, directory } = found
  if (user.password !== password) return signInRefusals.passwordWrong()
  const refusal = refusedAtToken(application, user)
  if (refusal) return refusal
  issuer.emit({ type: 'signed-in', user: user.userPrincipalName, application: application.appId }, directory)
  return { accountId: accountIdOf(directory, user.id) }
}
