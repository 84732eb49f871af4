import { createHash, randomBytes } from 'node:crypto'
import type { Browser } from './browser.ts'
import { person, redirectUri, type Served } from './contestants.ts'

export class BenchFailed extends Error {
  readonly code = 'BENCH_FAILED'
}

export interface Endpoints {
  authorization_endpoint: string
  token_endpoint: string
}

export const metadataOf = async (browser: Browser, { issuer }: Served): Promise<Endpoints> =>
  JSON.parse((await browser.send(`${issuer}/.well-known/openid-configuration`)).body)

/** What to enter on a page, by its content: our pages, and the development pages of oidc-provider. */
function entryFor(html: string): Record<string, string> {
  if (html.includes('name="prompt" value="login"'))
    return { prompt: 'login', login: person.name, password: 'any' }
  if (html.includes('name="prompt" value="consent"')) return { prompt: 'consent' }
  if (html.includes('Permissions requested')) return { do: 'consent', consent: 'yes' }
  if (html.includes('Stay signed in?')) return { do: 'stay', stay: 'no' }
  if (html.includes('type="password"')) return { do: 'password', ...person }
  return { do: 'name', name: person.name }
}

/** From the authorization request to the code, through redirects and as many pages as the contestant is to have. */
async function codeFor(browser: Browser, start: string, expected: number): Promise<string> {
  let answer = await browser.send(start)
  let url = start
  let pages = 0
  for (let step = 0; step < 20; step += 1) {
    if (answer.location?.startsWith(redirectUri)) {
      if (pages !== expected) throw new BenchFailed(`${start} had ${pages} pages instead of ${expected}`)
      return new URL(answer.location).searchParams.get('code') ?? ''
    }
    if (answer.location) {
      url = new URL(answer.location, url).href
      answer = await browser.send(url)
    } else if (answer.status === 200) {
      pages += 1
      answer = await browser.send(url, entryFor(answer.body))
    } else throw new BenchFailed(`${url} answered ${answer.status}: ${answer.body.slice(0, 200)}`)
  }
  throw new BenchFailed(`no code after 20 steps from ${start}`)
}

/** A whole login: authorization with PKCE, pages, code, tokens. Answers the token answer. */
export async function login(browser: Browser, served: Served, endpoints: Endpoints, scope = 'openid') {
  const verifier = randomBytes(32).toString('base64url')
  const url = new URL(endpoints.authorization_endpoint)
  for (const [name, value] of Object.entries({
    client_id: served.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 's',
    nonce: 'n',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...served.params,
  }))
    url.searchParams.set(name, value)
  const code = await codeFor(browser, url.href, served.pages)
  return tokens(browser, served, endpoints, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
}

/** One call of the token endpoint, which has to give an ID token. */
export async function tokens(
  browser: Browser,
  served: Served,
  { token_endpoint }: Endpoints,
  form: Record<string, string>,
) {
  const credentials = { client_id: served.clientId, client_secret: served.clientSecret }
  const { body } = await browser.send(token_endpoint, { ...credentials, ...form })
  const answer: { id_token?: string; refresh_token?: string } = JSON.parse(body)
  if (!answer.id_token) throw new BenchFailed(`the token endpoint answered ${body.slice(0, 200)}`)
  return answer
}
