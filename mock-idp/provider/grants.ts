import { errors, type Grant, type KoaContextWithOIDC } from 'oidc-provider'
import { findUserById } from '../directory/lookup.ts'
import type { Application, User } from '../directory/types.ts'
import { signInRefusals } from '../entra/sign-in-refusals.ts'
import { type BareIssuer, userIdOf } from './issuer.ts'
import { hintNamesAnother } from './prompt-policy.ts'

/** Whether a user still has to be asked before the application learns who they are. */
export const needsConsent = (application: Application, user: User): boolean =>
  !application.consentedForAll && !application.consentedUserIds.includes(user.id)

/** Whether an application admits a user: everyone, or those assigned to it. */
export const mayUse = (application: Application, user: User): boolean =>
  !application.assignmentRequired || application.assignedUserIds.includes(user.id)

/** A grant for everything that was asked for; what isn't known is left out by the library. */
export async function makeGrant(
  provider: KoaContextWithOIDC['oidc']['provider'],
  fields: { accountId: string; clientId: string; scope: string; claims?: string[]; resources?: string[] },
): Promise<Grant> {
  const grant = new provider.Grant({ accountId: fields.accountId, clientId: fields.clientId })
  grant.addOIDCScope(fields.scope)
  if (fields.claims?.length) grant.addOIDCClaims(fields.claims)
  for (const resource of fields.resources ?? []) grant.addResourceScope(resource, fields.scope)
  await grant.save()
  return grant
}

/**
 * The grant that is valid when an authorization request comes in: the one just made on the consent page, or a fresh one
 * if consent was given before, by the user or for everyone. Otherwise nothing, which makes the library ask.
 */
export async function grantFor(issuer: BareIssuer, ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { oidc } = ctx
  const { client, account, session, provider } = oidc
  const application = client && issuer.applications.get(client.clientId)
  const directory = issuer.directoryOf(account?.accountId)
  const user = directory && account && findUserById(directory, userIdOf(account.accountId))
  const granted = oidc.result?.consent?.grantId
  // Reported here too, because someone who has a session sees no page. Not before the person had the chance to pick
  // another account.
  const asks = oidc.prompts.has('login') || oidc.prompts.has('select_account')
  const mayBeAnother = !granted && (asks || (await hintNamesAnother(issuer, ctx)))
  if (application && user && !mayBeAnother && !mayUse(application, user)) {
    const { message } = signInRefusals.notAssigned(user.userPrincipalName, application.displayName)
    throw new errors.AccessDenied(message)
  }
  if (oidc.result?.declined) throw new errors.AccessDenied(signInRefusals.consentDeclined().message)
  if (granted) return provider.Grant.find(granted)
  if (!client || !account || !application || oidc.prompts.has('consent')) return undefined
  if (!user || needsConsent(application, user)) return undefined
  const before = session?.grantIdFor(client.clientId)
  const existing = before ? await provider.Grant.find(before) : undefined
  const resources = Object.keys(oidc.resourceServers ?? {})
  const scope = [...oidc.requestParamScopes].join(' ')
  const claims = [...oidc.requestParamClaims]
  if (existing && resources.length === 0 && covers(existing, oidc.requestParamOIDCScopes)) return existing
  return makeGrant(provider, {
    accountId: account.accountId,
    clientId: client.clientId,
    scope,
    claims,
    resources,
  })
}

const covers = (grant: Grant, scopes: ReadonlySet<string>) => {
  const have = new Set(grant.getOIDCScope().split(' '))
  return [...scopes].every((scope) => have.has(scope))
}
