import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { type ClientOutcome, type Runner, reasonOf } from './outcome.ts'

/** oidc-client-ts: its protocol part, which runs outside a browser too. The library does not verify signatures. */
export const oidcClientTs: Runner = async (target): Promise<ClientOutcome> => {
  const { issuer, clientId, clientSecret, redirectUri, person, refresh } = target
  let step: Exclude<ClientOutcome, { accepted: true }>['step'] = 'discovery'
  try {
    const client = new OidcClient({
      authority: issuer,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      scope: `openid profile email${refresh ? ' offline_access' : ''}`,
      loadUserInfo: true,
      requestTimeoutInSeconds: 5,
      stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    })
    const { url } = await client.createSigninRequest({ nonce: 'the nonce' })
    step = 'login'
    const page = await signInAt(browser(), url, redirectUri, person)
    const answer = await client.processSigninResponse(page.url)
    if (refresh) {
      step = 'refresh'
      const { refresh_token = '', id_token, session_state, scope, profile } = answer
      const state = { refresh_token, id_token, session_state, scope, profile, data: undefined }
      const renew = client.useRefreshToken.bind(client)
      await renew({ state })
    }
    return { accepted: true, claims: { ...answer.profile } }
  } catch (error) {
    return { accepted: false, step, reason: error instanceof Error ? sentence(error) : reasonOf(error) }
  }
}

/** The library's errors are sentences; what changes from run to run is left out. */
const sentence = ({ message }: Error) => message.replaceAll(/https?:\/\/\S+/g, '…').slice(0, 60)
