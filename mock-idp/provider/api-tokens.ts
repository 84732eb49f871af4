import type { KoaContextWithOIDC } from 'oidc-provider'
import { seconds } from '../clock.ts'
import type { Application, Directory, User } from '../directory/types.ts'
import { isVersionOne, versionOneClaims, versionOneIssuer } from '../entra/version-one.ts'
import { apiNames, apiOf, everything, permissionsOf } from './apis.ts'
import { entraClaims, memberships } from './claims.ts'
import type { BareIssuer } from './issuer.ts'
import { pairwiseSubject } from './pairwise.ts'

interface ApiToken {
  kind?: string
  accountId?: string
  clientId?: string
  scope?: string
  expiration: number
  resourceServer?: { identifier(): string }
}

interface Draft {
  header?: Record<string, unknown>
  payload: Record<string, unknown>
}

/** The values without the API's name in front. */
const bare = (scope = '') =>
  scope
    .split(' ')
    .map((each) => each.slice(each.lastIndexOf('/') + 1))
    .filter((value) => value !== everything && value !== '')
    .join(' ')

const scopeOfProfile = new Set(['profile'])

/** The same token in version 1.0: other names, and the resource as its audience. */
function formerToken(
  payload: Record<string, unknown>,
  at: { issuer: BareIssuer; api?: Application; directory?: Directory; user?: User },
): Record<string, unknown> {
  const { azp, azpacr, ...rest } = payload
  const claims = at.user ? versionOneClaims(rest, at.user) : { ...rest, ver: '1.0' }
  const iss = versionOneIssuer(at.issuer.authority, at.directory?.id)
  const [name] = at.api?.identifierUris ?? []
  return {
    ...claims,
    aud: name ?? payload.aud,
    iss,
    idp: iss,
    appid: azp,
    appidacr: azpacr,
    ...(at.user && { acr: '1' }),
  }
}

/**
 * Fills the access token for a registered API. At a tenant it is version 2.0 of Entra's (`aud` is the API's client id, `scp` or
 * `roles` what it may do; learn.microsoft.com/entra/identity-platform/access-token-claims-reference); at a generic provider
 * RFC 9068 with `roles` and `groups`. Times are the simulated ones.
 */
export async function fillApiToken(
  issuer: BareIssuer,
  ctx: KoaContextWithOIDC,
  token: ApiToken,
  draft: Draft,
): Promise<void> {
  const { payload } = draft
  const now = seconds(issuer.clock)
  const times = { iat: now, nbf: now, exp: now + token.expiration }
  const api = await apiOf(issuer, token.resourceServer?.identifier() ?? '')
  const client = issuer.applications.get(token.clientId ?? '')
  const account = token.accountId ? await issuer.loadAccount(token.accountId) : undefined
  const isEntra = issuer.authority.kind === 'entra'
  const onItsOwn =
    !account && api && client ? { roles: permissionsOf(client, apiNames(api), api.appRoles) } : {}
  const belongs = account ? memberships(api, account.directory, account.user) : onItsOwn
  if (!isEntra) {
    Object.assign(payload, times, belongs)
    return
  }
  const directory =
    account?.directory ?? issuer.authority.directory ?? (await issuer.load(client?.appId))?.home
  const named = account
    ? { ...entraClaims('access', account.user, account.directory, scopeOfProfile), scp: bare(token.scope) }
    : { ver: '2.0', tid: directory?.id, oid: client?.id, idtyp: 'app' }
  const isFormer = (api?.accessTokenVersion ?? (isVersionOne(ctx) ? 1 : 2)) === 1
  draft.header = { typ: 'JWT' }
  const proof = ctx.oidc.client?.clientAuthMethod === 'none' ? '0' : '1'
  draft.payload = {
    aud: api?.appId,
    iss: directory ? issuer.tenantIssuer(directory) : payload.iss,
    ...times,
    azp: token.clientId,
    azpacr: proof,
    sub: token.accountId ? pairwiseSubject(token.accountId, api?.appId ?? '') : client?.id,
    uti: payload.jti,
    ...named,
    ...belongs,
  }
  if (isFormer) draft.payload = formerToken(draft.payload, { issuer, api, directory, user: account?.user })
}
