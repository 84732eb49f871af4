import Provider from 'oidc-provider'
import { seconds } from '../clock.ts'
import type { ProviderState } from '../provider-state.ts'
import type { Authority } from './authority.ts'
import { configurationOf } from './configuration.ts'
import { governClients } from './govern-clients.ts'
import { issueTokens, misissueAccessTokens } from './issue-token.ts'
import { type Issuer, makeIssuer } from './issuer.ts'
import { openClaims } from './open-claims.ts'
import { shapeAnswers } from './shape-answers.ts'

interface SessionInstance {
  loginTs?: number
}

/** Builds the oidc-provider for an authority and fits it to the directory, the clock and the misbehaviours. */
export async function makeProvider(authority: Authority, state: ProviderState): Promise<Issuer> {
  const bare = makeIssuer(authority, state)
  const keys = await state.keysOf(authority.directory).keys()
  const provider = new Provider(authority.issuer.replace('{tenantid}', 'common'), configurationOf(bare, keys))
  provider.proxy = true
  const issuer: Issuer = { ...bare, provider, handle: () => Promise.resolve() }

  governClients(provider, (appId) => issuer.applications.get(appId), issuer.clock)
  openClaims(provider)
  issueTokens(provider, issuer)
  misissueAccessTokens(provider, issuer)
  Object.assign(provider.Session.prototype, {
    /** max_age by the simulated clock; sign-ins are stamped with it too. */
    past(this: SessionInstance, age: number) {
      return this.loginTs === undefined || seconds(issuer.clock) - this.loginTs > Number(age)
    },
  })
  shapeAnswers(issuer)
  // Last: it composes what was put in before.
  issuer.handle = provider.callback()
  return issuer
}
