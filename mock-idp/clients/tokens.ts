import { browser } from './browser.ts'
import { type Fixture, redirectUri, user } from './fixture.ts'
import { type Account, signInAt } from './sign-in.ts'

export interface TokenAnswer {
  status: number
  body: Record<string, string | undefined>
}

/** A client with a secret that does nothing but speak to the token endpoint of an issuer. */
export async function tokenClient(issuer: string, { application, secret }: Fixture) {
  const metadata: Record<string, string> = await (
    await fetch(`${issuer}/.well-known/openid-configuration`)
  ).json()
  const credentials = { client_id: application.appId, client_secret: secret }

  async function post(endpoint: string, form: Record<string, string>): Promise<TokenAnswer> {
    const body = new URLSearchParams({ ...credentials, ...form })
    const answer = await fetch(metadata[endpoint] ?? '', { method: 'POST', body })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
  }

  return {
    metadata,
    post,
    /** Signs a person in and redeems the code. */
    async signIn(scope: string, person: Account = user): Promise<TokenAnswer> {
      const params = {
        client_id: application.appId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope,
      }
      const url = `${metadata.authorization_endpoint}?${new URLSearchParams(params)}`
      const page = await signInAt(browser(), url, redirectUri, person)
      const code = new URL(page.url).searchParams.get('code') ?? ''
      return post('token_endpoint', {
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        code,
      })
    },
    refresh: (refreshToken = '', form: Record<string, string> = {}): Promise<TokenAnswer> =>
      post('token_endpoint', { grant_type: 'refresh_token', refresh_token: refreshToken, ...form }),
  }
}
