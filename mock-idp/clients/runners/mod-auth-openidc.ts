import getPort from 'get-port'
import { parse } from 'node-html-parser'
import type { MockIdp } from '../../index.ts'
import { apacheConfig, startApache } from '../apache.ts'
import { type Browser, browser } from '../browser.ts'
import { fixture, user } from '../fixture.ts'
import { httpRequest } from '../http-request.ts'
import { signInAt } from '../sign-in.ts'
import type { ClientOutcome, LogoutRunner, Runner } from './outcome.ts'

const callback = (port: number) => `http://localhost:${port}/callback`
const bye = (port: number) => `http://localhost:${port}/bye`

/** Apache's mod_auth_openidc: signs in at a page that it protects. */
export const modAuthOpenidc: Runner = async (target): Promise<ClientOutcome> => {
  const redirectUri = callback(await getPort({ host: '127.0.0.1' }))
  const apache = await startApache(redirectUri, (folder) => apacheConfig({ ...target, redirectUri }, folder))
  try {
    const page = await signInAt(
      browser(httpRequest),
      new URL('/', redirectUri).href,
      'nowhere:',
      target.person,
    )
    const email = page.headers?.get('x-user')
    return email === target.person.name
      ? { accepted: true, claims: { email } }
      : { accepted: false, step: 'login', reason: `Apache answers ${page.status}` }
  } finally {
    apache.stop()
  }
}

/** How the user leaves, by the way that a misbehaviour is about. */
async function leave(id: string, person: Browser, port: number, issuer: string): Promise<string | undefined> {
  if (id.startsWith('rp-init-')) {
    const out = `${callback(port)}?logout=${encodeURIComponent(bye(port))}`
    return (await person.open(out, bye(port))).url
  }
  const { html } = await person.post(`${issuer}/logout`, { logout: 'yes' })
  const frame = parse(html).querySelector('iframe')?.getAttribute('src')
  if (frame) await person.open(frame)
  return undefined
}

function registrationFor(id: string, port: number) {
  const hook = `${callback(port)}?logout=`
  return {
    web: {
      redirectUris: [callback(port)],
      ...(id.startsWith('rp-frontchannel-') && { logoutUrl: `${hook}get` }),
      implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
    },
    postLogoutRedirectUris: [bye(port)],
    ...(id.startsWith('rp-backchannel-') && { backchannelLogoutUri: `${hook}backchannel` }),
  }
}

/** Signs in at Apache, out at the provider (or from Apache where the application begins), and looks whether the session ended. */
export const modAuthOpenidcLogout: LogoutRunner = async ({ id }, idp: MockIdp) => {
  if (!id.startsWith('rp-')) return undefined
  const port = await getPort({ host: '127.0.0.1' })
  const { directory, application, secret } = fixture('oidc', registrationFor(id, port), `apache-${port}`)
  await idp.addDirectory(directory)
  const issuer = idp.issuer(directory, { misbehaviour: id })
  const redirectUri = callback(port)
  const target = { issuer, clientId: application.appId, clientSecret: secret, redirectUri, person: user }
  const apache = await startApache(redirectUri, (folder) => apacheConfig(target, folder))
  try {
    const person = browser(httpRequest)
    const home = new URL('/', redirectUri).href
    const inside = await signInAt(person, home, 'nowhere:', user)
    if (!inside.headers?.get('x-user')) throw new Error(`Apache lets no one in: ${inside.status}`)
    const back = await leave(id, person, port, issuer)
    const { status } = await person.open(home, idp.url)
    const isOut = status === 0 && (!id.startsWith('rp-init-') || back?.startsWith(bye(port)))
    return isOut
      ? { accepted: true, claims: {} }
      : { accepted: false, step: 'logout', reason: 'the session continues' }
  } finally {
    apache.stop()
    await idp.removeDirectory(directory.id)
  }
}
