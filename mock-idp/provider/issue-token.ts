import { createHash } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import type Provider from 'oidc-provider'
import { seconds } from '../clock.ts'
import { findUserById } from '../directory/lookup.ts'
import { isVersionOne, versionOneClaims, versionOneIssuer } from '../entra/version-one.ts'
import type { Misbehaviour, Scene, TokenDraft } from '../misbehaviours/types.ts'
import { type Issuer, userIdOf } from './issuer.ts'
import { lifetimesAt, logoutTokenLifetime } from './lifetimes.ts'
import { signDraft } from './sign-draft.ts'

type IdToken = InstanceType<Provider['IdToken']>
type Use = Parameters<IdToken['issue']>[0]['use']

export function sceneOf(issuer: Issuer, clientId: string, refreshing = false): Scene {
  return {
    issuer: issuer.authority.issuer,
    clientId,
    now: seconds(issuer.clock),
    refreshing,
    rotateKeys: () => issuer.state.rotateKeys(issuer.authority.directory),
  }
}

const hashClaims = new Set(['at_hash', 'c_hash', 's_hash'])

/** The left half of a SHA-256 digest (Core section 3.3.2.11; RS256 and ES256 both hash with it). */
const halfHash = (value: string) =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url')

const claimsOf = (payload: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(payload)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        hashClaims.has(name) && typeof value === 'string' ? halfHash(value) : value,
      ]),
  )

/** The issuer of a token, when it begins to be valid, and for how long, in seconds. */
interface Moment {
  iss: string
  now: number
  lifetime: number
}

/**
 * A token as it should be: hashes made, in simulated time, and from the tenant of the user if the address is shared by
 * tenants.
 */
async function draftOf(token: IdToken, use: Use, { iss, now, lifetime }: Moment): Promise<TokenDraft> {
  const { clientId, idTokenSignedResponseAlg: alg = 'RS256' } = token.client
  const typ = use === 'logout' ? 'logout+jwt' : 'JWT'
  const claims = { ...claimsOf(await token.payload()), aud: clientId, exp: now + lifetime, iat: now, iss }
  return { header: { typ, alg }, claims, signature: 'own' }
}

const hookFor = (misbehaviour: Misbehaviour | undefined, use: Use) =>
  use === 'logout' ? misbehaviour?.logoutToken : misbehaviour?.idToken

/**
 * Makes ID and logout tokens in oidc-provider's place, which knows neither the simulated clock nor the tenants behind `/common`
 * nor misbehaviours, and leaves out `typ`.
 */
export function issueTokens(provider: Provider, issuer: Issuer) {
  provider.IdToken.prototype.issue = async function issue(
    this: IdToken,
    { use }: { use: Use },
  ): Promise<string> {
    const { ctx, client } = this
    const { clientId } = client
    const known = sceneOf(issuer, clientId, ctx?.oidc.params?.grant_type === 'refresh_token')
    const accountId = ctx?.oidc.account?.accountId ?? ctx?.oidc.session?.accountId
    const directory = issuer.directoryOf(accountId)
    const former = isVersionOne(ctx) && use !== 'logout'
    const scene = former ? { ...known, issuer: versionOneIssuer(issuer.authority, directory?.id) } : known
    const misbehaviour = issuer.misbehaviourOf(directory)
    await misbehaviour?.beforeToken?.(scene)

    const keys = await issuer.state.keysOf(issuer.authority.directory).keys()
    const iss = directory && issuer.isShared && !former ? issuer.tenantIssuer(directory) : scene.issuer
    const lifetime = use === 'logout' ? logoutTokenLifetime : lifetimesAt(issuer.authority).IdToken
    const current = await draftOf(this, use, { iss, now: scene.now, lifetime })
    const user = former && directory ? findUserById(directory, userIdOf(accountId ?? '')) : undefined
    const made = user ? { ...current, claims: versionOneClaims(current.claims, user) } : current
    const kid = keys.find(({ alg }) => alg === made.header.alg)?.kid
    let draft: TokenDraft = { ...made, header: { ...made.header, kid } }
    const hook = hookFor(misbehaviour, use)
    if (hook && misbehaviour) {
      draft = hook(draft, scene)
      issuer.emit({ type: 'misbehaved', misbehaviour: misbehaviour.id, what: `${use} token` }, directory)
    }
    const { header, claims } = draft
    issuer.emit({ type: 'token-issued', use, header, claims, application: clientId }, directory)
    const signed = await signDraft(draft, keys, issuer.secretOf(clientId))
    await misbehaviour?.afterToken?.(scene)
    return signed
  }
}

type IssuedToken = { accountId?: string; clientId?: string }

/** Access tokens that are JWTs go out as the misbehaviour in force makes them. */
export function misissueAccessTokens(provider: Provider, issuer: Issuer) {
  for (const { prototype } of [provider.AccessToken, provider.ClientCredentials]) {
    const { save } = prototype
    prototype.save = async function misissue(
      this: IssuedToken & typeof prototype,
      ...given: Parameters<typeof save>
    ) {
      const value = await save.apply(this, given)
      const directory = issuer.directoryOf(this.accountId)
      const misbehaviour = issuer.misbehaviourOf(directory)
      if (!misbehaviour?.accessToken || value.split('.').length !== 3) return value
      const { alg = 'RS256', ...header } = decodeProtectedHeader(value)
      const good: TokenDraft = { header: { ...header, alg }, claims: decodeJwt(value), signature: 'own' }
      const draft = misbehaviour.accessToken(good, sceneOf(issuer, this.clientId ?? ''))
      issuer.emit({ type: 'misbehaved', misbehaviour: misbehaviour.id, what: 'access token' }, directory)
      const keys = await issuer.state.keysOf(issuer.authority.directory).keys()
      return signDraft(draft, keys, issuer.secretOf(this.clientId ?? ''))
    }
  }
}
