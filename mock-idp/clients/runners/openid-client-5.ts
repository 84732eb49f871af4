import { custom, generators, Issuer } from 'openid-client5'
import { browser, hiddenFields } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { type ClientOutcome, type Runner, reasonOf } from './outcome.ts'

custom.setHttpOptionsDefaults({ timeout: 5000 })

/** What changes from run to run is left out. */
const sentence = ({ message }: Error) => message.replace(/,? (expected|got|now) .*$/s, '').slice(0, 60)

/** openid-client 5: code flow with PKCE, userinfo, and a refresh when asked for. It verifies signatures. */
export const openidClient5: Runner = async (target): Promise<ClientOutcome> => {
  const { issuer, clientId, clientSecret, redirectUri, person, refresh } = target
  let step: Exclude<ClientOutcome, { accepted: true }>['step'] = 'discovery'
  try {
    const provider = await Issuer.discover(issuer)
    const client = new provider.Client({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ['code'],
    })
    step = 'login'
    const [verifier, state, nonce] = [generators.codeVerifier(), generators.state(), generators.nonce()]
    const url = client.authorizationUrl({
      scope: `openid profile email${refresh ? ' offline_access' : ''}`,
      code_challenge: generators.codeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const page = await signInAt(browser(), url, redirectUri, person)
    const isPosted = page.html.includes('id="answer"')
    const params = isPosted ? hiddenFields(page.html) : client.callbackParams(page.url)
    const tokens = await client.callback(redirectUri, params, { state, nonce, code_verifier: verifier })
    step = 'userinfo'
    await client.userinfo(tokens)
    if (refresh) {
      step = 'refresh'
      await client.refresh(tokens)
    }
    return { accepted: true, claims: { ...tokens.claims() } }
  } catch (error) {
    const isOwn = error instanceof Error && error.name === 'RPError'
    return { accepted: false, step, reason: isOwn ? sentence(error) : reasonOf(error) }
  }
}
