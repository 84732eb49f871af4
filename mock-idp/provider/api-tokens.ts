import type { KoaContextWithOIDC } from 'oidc-provider'
import { seconds } from '../clock.ts'
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
  draft.header = { typ: 'JWT' }
  draft.payload = {
    aud: api?.appId,
    iss: directory ? issuer.tenantIssuer(directory) : payload.iss,
    ...times,
    azp: token.clientId,
    azpacr: ctx.oidc.client?.clientAuthMethod === 'none' ? '0' : '1',
    sub: token.accountId ? pairwiseSubject(token.accountId, api?.appId ?? '') : client?.id,
    uti: payload.jti,
    ...named,
    ...belongs,
  }
}
