import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createRemoteJWKSet } from 'jose'
import { verifyLogoutToken } from '../../../site/tenant/rules/logout-tokens.ts'
import { listen } from '../../http/listen.ts'
import { browser } from '../browser.ts'
import { fixture, redirectUri, user } from '../fixture.ts'
import { signInAt } from '../sign-in.ts'
import type { LogoutRunner } from './outcome.ts'

/** The tenant's own rule for logout tokens, on jose, behind the smallest back-channel address there can be. */
export const tenantRule: LogoutRunner = async ({ id }, idp) => {
  if (!id.startsWith('rp-backchannel-')) return undefined
  let verdict: Promise<unknown> = Promise.resolve()
  const server = createServer(async (req, res) => {
    const token = new URLSearchParams(await text(req)).get('logout_token') ?? ''
    const now = Date.now()
    verdict = verifyLogoutToken({ token, keys, issuer, clientId: application.appId, now })
    res.writeHead((await verdict) ? 200 : 400).end()
  })
  const port = await listen(server)
  const backchannelLogoutUri = `http://127.0.0.1:${port}/`
  const { directory, application } = fixture('oidc', { backchannelLogoutUri }, `rule-${port}`)
  await idp.addDirectory(directory)
  const issuer = idp.issuer(directory, { misbehaviour: id })
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))

  const person = browser()
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  }
  await signInAt(person, `${issuer}/authorize?${new URLSearchParams(params)}`, redirectUri, user)
  await person.post(`${issuer}/logout`, { logout: 'yes' })
  server.close()
  await idp.removeDirectory(directory.id)
  return (await verdict)
    ? { accepted: true, claims: {} }
    : { accepted: false, step: 'logout', reason: 'the token is not taken' }
}
