import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { parse } from 'node-html-parser'
import { browser, hiddenFields } from '../clients/browser.ts'
import { type Fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { listen } from '../http/listen.ts'
import { type SeenToken, seeToken } from './see-token.ts'

const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const codeChallenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** Everything that a login, a refresh and a logout put on the wire at one issuer. */
export interface Wire {
  metadata: Record<string, unknown>
  keys: Record<string, unknown>[]
  /** What arrived at the redirect address, posted or in the query. */
  answer: Record<string, string>
  posted: boolean
  token: { status: number; type: string; body: string }
  idToken?: SeenToken
  secondIdToken?: SeenToken
  refreshed?: SeenToken
  /** A JWT for an API. */
  accessToken?: SeenToken
  userinfo?: Record<string, unknown>
  /** Whether a token in the body is taken at the userinfo endpoint. */
  userinfoByBody: number
  tokenByPost: number
  /** Whether a wrong code_verifier is taken. */
  tokenWithWrongVerifier: number
  /** What the browser says its session is, before the logout and after it. */
  browserState: [string | undefined, string | undefined]
  logoutAnswer: Record<string, string>
  logoutToken?: SeenToken
  frontChannel?: URL
}

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
})

/** A client's back-channel address: takes logout tokens. */
async function listener() {
  const received: string[] = []
  const server = createServer(async (req, res) => {
    received.push(new URLSearchParams(await text(req)).get('logout_token') ?? '')
    res.end()
  })
  const url = `http://127.0.0.1:${await listen(server)}/logout`
  return { url, received, close: () => server.close() }
}

/** Signs in, refreshes and signs out at an issuer, looking at everything and refusing nothing. */
export async function readWire(issuer: string, { application, secret }: Fixture): Promise<Wire> {
  const discovered = await fetch(`${issuer}/.well-known/openid-configuration`)
  const metadata = await discovered.json()
  const { keys } = await (await fetch(metadata.jwks_uri)).json()
  const channel = await listener()
  application.backchannelLogoutUri = channel.url
  application.web.logoutUrl = 'http://localhost:9/front-channel'
  application.postLogoutRedirectUris = [redirectUri]

  const person = browser()
  const basic = { authorization: `Basic ${btoa(`${application.appId}:${secret}`)}` }
  const authorizationUrl = new URL(metadata.authorization_endpoint)
  for (const [name, value] of Object.entries({
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile email offline_access',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  }))
    authorizationUrl.searchParams.set(name, value)

  async function code() {
    const page = await signInAt(person, authorizationUrl.href, redirectUri, user)
    const posted = page.html.includes('id="answer"')
    const answer = posted ? hiddenFields(page.html) : Object.fromEntries(new URL(page.url).searchParams)
    return { answer, posted }
  }
  const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: codeVerifier }
  const redeem = (fields: Record<string, string>, headers = basic) =>
    fetch(metadata.token_endpoint, form({ ...grant, ...fields }, headers))
  const posting = { client_id: application.appId, client_secret: secret }

  const { answer, posted } = await code()
  const response = await redeem({ code: answer.code ?? '' })
  const token = {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.text().catch(() => 'cut off'),
  }
  const tokens = token.type.includes('json') && token.body.startsWith('{') ? JSON.parse(token.body) : {}
  const idToken = await seeToken(tokens.id_token, metadata.jwks_uri)
  const bearer = { authorization: `Bearer ${tokens.access_token}` }
  const userinfo = await fetch(metadata.userinfo_endpoint, { headers: bearer })
  const byBody = await fetch(metadata.userinfo_endpoint, form({ access_token: tokens.access_token ?? '' }))

  const second = await (await redeem({ code: (await code()).answer.code ?? '' })).json().catch(() => ({}))
  const byPost = await redeem({ ...posting, code: (await code()).answer.code ?? '' }, {} as typeof basic)
  const wrong = await redeem({ code: (await code()).answer.code ?? '', code_verifier: 'a'.repeat(43) })
  const refresh = form({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' }, basic)
  const refreshed = await (await fetch(metadata.token_endpoint, refresh)).json().catch(() => ({}))

  const ownApi: Record<string, string> = issuer.includes('/oidc/')
    ? { resource: `api:${application.appId}` }
    : { scope: `${application.appId}/.default` }
  const onItsOwn = form({ grant_type: 'client_credentials', ...ownApi }, basic)
  const forApi = await (await fetch(metadata.token_endpoint, onItsOwn)).json().catch(() => ({}))

  const logoutUrl = new URL(metadata.end_session_endpoint)
  for (const [name, value] of Object.entries({
    client_id: application.appId,
    post_logout_redirect_uri: redirectUri,
    state: 'logout-state',
    logout: 'yes',
  }))
    logoutUrl.searchParams.set(name, value)
  const stateInBrowser = async () =>
    (await person.cookies.getCookies(issuer)).find(({ key }) => key === 'idp_browser')?.value
  const browserState = await stateInBrowser()
  const out = await person.post(logoutUrl.href, Object.fromEntries(logoutUrl.searchParams), redirectUri)
  channel.close()
  const direct = out.status === 0 ? out.url : undefined
  const left = parse(out.html)
  const next = direct ?? left.querySelector('a.button.primary')?.getAttribute('href')
  const frame = left.querySelector('iframe')?.getAttribute('src')
  return {
    metadata,
    keys,
    answer,
    posted,
    token,
    idToken,
    secondIdToken: await seeToken(second.id_token, metadata.jwks_uri),
    refreshed: await seeToken(refreshed.id_token, metadata.jwks_uri),
    accessToken: await seeToken(forApi.access_token, metadata.jwks_uri),
    userinfo: userinfo.ok ? await userinfo.json() : undefined,
    userinfoByBody: byBody.status,
    tokenByPost: byPost.status,
    tokenWithWrongVerifier: wrong.status,
    browserState: [browserState, await stateInBrowser()],
    logoutAnswer: next ? Object.fromEntries(new URL(next).searchParams) : {},
    logoutToken: await seeToken(channel.received[0], metadata.jwks_uri),
    frontChannel: frame ? new URL(frame) : undefined,
  }
}
