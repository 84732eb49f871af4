import { decodeJwt, decodeProtectedHeader } from 'jose'
import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { seconds, secondsAhead } from '../clock.ts'
import { withClaims } from '../misbehaviours/change.ts'
import type { Misbehaviour, Scene, TokenDraft } from '../misbehaviours/types.ts'
import type { Issuer } from './issuer.ts'
import { signDraft } from './sign-draft.ts'

type IdToken = InstanceType<Provider['IdToken']>
type IssueOptions = Parameters<IdToken['issue']>[0]

/** The parts of oidc-provider's IdToken class that are used here; the type package leaves `ctx` and `client` out. */
interface IdTokenInstance {
  ctx?: KoaContextWithOIDC
  client: { clientId: string }
}

export function sceneOf(issuer: Issuer, clientId: string, refreshing = false): Scene {
  return {
    issuer: issuer.authority.issuer,
    clientId,
    now: seconds(issuer.clock),
    refreshing,
    rotateKeys: () => issuer.world.rotateKeys(issuer.authority.directory),
  }
}

/** Moves a token from the machine's time to the simulated one. */
function inSimulatedTime({ claims, ...draft }: TokenDraft, ahead: number): TokenDraft {
  const moved = Object.fromEntries(
    ['iat', 'exp', 'nbf'].flatMap((name) =>
      typeof claims[name] === 'number' ? [[name, claims[name] + ahead]] : [],
    ),
  )
  return { ...draft, claims: { ...claims, ...moved } }
}

const hookFor = (misbehaviour: Misbehaviour | undefined, use: string) =>
  use === 'logout' ? misbehaviour?.logoutToken : use === 'idtoken' ? misbehaviour?.idToken : undefined

/**
 * Lets oidc-provider make each ID and logout token, then corrects what it can't know: the simulated clock, the tenant's
 * issuer behind `/common`, and the misbehaviour in force. A token that needs none of these goes out as the library made it.
 */
export function finishTokens(provider: Provider, issuer: Issuer) {
  const { prototype } = provider.IdToken
  const { issue } = prototype

  async function finish(this: IdTokenInstance, options: IssueOptions): Promise<string> {
    const { ctx, client } = this
    const refreshing = ctx?.oidc.params?.grant_type === 'refresh_token'
    const scene = sceneOf(issuer, client.clientId, refreshing)
    const directory = issuer.directoryOf(ctx?.oidc.account?.accountId ?? ctx?.oidc.session?.accountId)
    const misbehaviour = issuer.misbehaviourOf(directory)
    await misbehaviour?.beforeToken?.(scene)

    const jwt = await issue.call(this, options)
    const header = decodeProtectedHeader(jwt)
    const made: TokenDraft = {
      header: { ...header, alg: header.alg ?? 'RS256' },
      claims: decodeJwt(jwt),
      signature: 'own',
    }
    let draft = made
    const ahead = secondsAhead(issuer.clock)
    if (ahead !== 0) draft = inSimulatedTime(draft, ahead)
    if (directory && issuer.isShared) draft = withClaims(draft, { iss: issuer.tenantIssuer(directory) })
    const hook = hookFor(misbehaviour, options.use)
    if (hook) draft = hook(draft, scene)
    if (hook && misbehaviour)
      issuer.emit(
        { type: 'misbehaved', misbehaviour: misbehaviour.id, what: `${options.use} token` },
        directory,
      )
    issuer.emit(
      {
        type: 'token-issued',
        use: options.use,
        header: draft.header,
        claims: draft.claims,
        application: client.clientId,
      },
      directory,
    )
    const finished =
      draft === made && !misbehaviour?.beforeToken
        ? jwt
        : await signDraft(
            draft,
            await issuer.world.keysOf(issuer.authority.directory).keys(),
            issuer.secretOf(client.clientId),
          )
    await misbehaviour?.afterToken?.(scene)
    return finished
  }
  prototype.issue = finish
}
