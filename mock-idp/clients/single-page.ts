import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { listen } from '../http/listen.ts'
import type { MockIdp } from '../index.ts'
import { fixture } from './fixture.ts'

const require = createRequire(import.meta.url)
const beside = (entry: string, ...path: string[]) => readFileSync(join(dirname(entry), ...path))

interface Target {
  issuer: string
  clientId: string
}

/** A library for applications that have no server. */
export interface SinglePageClient {
  name: string
  kind: 'entra' | 'oidc'
  refreshes: boolean
  /** The library as it is delivered for browsers. */
  library: Buffer
  /** A script that has `logIn`, `logOut`, and `refresh` where it can; it shows who is in, and how often the token was renewed. */
  script(target: Target): string
  /** What is at `/redirect`, for a library that wants a page for its windows and frames. */
  redirectPage?: { library: Buffer; script: string }
}

const msalFolder = dirname(require.resolve('@azure/msal-browser/package.json'))

/** MSAL for browsers. Windows and frames end on the page that has its bridge (learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge). */
export const msalBrowser: SinglePageClient = {
  name: 'msal-browser 5',
  kind: 'entra',
  refreshes: true,
  library: readFileSync(join(msalFolder, 'lib', 'msal-browser.min.js')),
  redirectPage: {
    library: readFileSync(join(msalFolder, 'lib', 'redirect-bridge', 'msal-redirect-bridge.min.js')),
    script: 'msalRedirectBridge.broadcastResponseToMainFrame()',
  },
  script: ({ issuer, clientId }) => `
    const authority = ${JSON.stringify(issuer.replace(/\/v2\.0$/, ''))}
    const app = new msal.PublicClientApplication({ auth: { clientId: '${clientId}', authority, redirectUri: home,
      knownAuthorities: [new URL(authority).host] } })
    await app.initialize()
    const back = await app.handleRedirectPromise()
    const accountOf = (answer) => answer?.account ?? app.getAllAccounts()[0]
    if (accountOf(back)) show('in: ' + accountOf(back).username)
    const asked = { scopes: ['User.Read'] }
    const inFrame = { ...asked, redirectUri: home + 'redirect' }
    window.logIn = () => app.loginRedirect(asked)
    window.refresh = async () => {
      const { fromCache } = await app.acquireTokenSilent({ ...asked, account: accountOf(), forceRefresh: true })
      show('renewed: ' + !fromCache)
    }
    window.popUp = async () => show('in: ' + (await app.loginPopup(inFrame)).account.username)
    window.silently = async () => {
      await app.clearCache()
      show('silently: ' + (await app.ssoSilent({ ...inFrame, loginHint: '' })).account.username)
    }
    window.frame = async () => {
      const { fromCache } = await app.acquireTokenSilent({ ...inFrame, account: accountOf(),
        cacheLookupPolicy: msal.CacheLookupPolicy.Skip })
      show('by frame: ' + !fromCache)
    }
    window.logOut = () => app.logoutRedirect({ account: accountOf(), postLogoutRedirectUri: home })`,
}

/** It reads refresh tokens as JWTs; these are opaque here. */
const keycloakJs: SinglePageClient = {
  name: 'keycloak-js 26',
  kind: 'oidc',
  refreshes: false,
  library: beside(require.resolve('keycloak-js'), 'keycloak.js'),
  script: ({ issuer, clientId }) => `
    const { default: Keycloak } = await import('/library.js')
    const app = new Keycloak({ oidcProvider: ${JSON.stringify(issuer)}, clientId: '${clientId}' })
    const isIn = await app.init({ pkceMethod: 'S256', checkLoginIframe: false })
    if (isIn) show('in: ' + app.idTokenParsed.email)
    window.logIn = () => app.login({ redirectUri: home, scope: 'profile email' })
    window.logOut = () => app.logout({ redirectUri: home })`,
}

const oktaAuthJs: SinglePageClient = {
  name: 'okta-auth-js 8',
  kind: 'oidc',
  refreshes: true,
  library: beside(require.resolve('@okta/okta-auth-js'), '..', '..', 'dist', 'okta-auth-js.min.js'),
  script: ({ issuer, clientId }) => `
    const issuer = ${JSON.stringify(issuer)}
    const app = new OktaAuth({ issuer, clientId: '${clientId}', redirectUri: home, pkce: true,
      scopes: ['openid', 'profile', 'email', 'offline_access'], authorizeUrl: issuer + '/authorize',
      tokenUrl: issuer + '/token', userinfoUrl: issuer + '/userinfo', revokeUrl: issuer + '/revoke',
      logoutUrl: issuer + '/logout' })
    if (app.isLoginRedirect()) app.tokenManager.setTokens((await app.token.parseFromUrl()).tokens)
    const { idToken } = await app.tokenManager.getTokens()
    if (idToken) show('in: ' + idToken.claims.email)
    window.logIn = () => app.token.getWithRedirect()
    window.refresh = async () => {
      const before = (await app.tokenManager.getTokens()).accessToken.accessToken
      const { accessToken } = await app.tokenManager.renew('accessToken')
      show('renewed: ' + (accessToken !== before))
    }
    window.logOut = () => app.signOut({ postLogoutRedirectUri: home, clearTokensBeforeRedirect: true })`,
}

const oidcClientTs: SinglePageClient = {
  name: 'oidc-client-ts 3, in a browser',
  kind: 'oidc',
  refreshes: true,
  library: beside(require.resolve('oidc-client-ts'), '..', 'browser', 'oidc-client-ts.min.js'),
  script: ({ issuer, clientId }) => `
    const app = new oidc.UserManager({ authority: ${JSON.stringify(issuer)}, client_id: '${clientId}', redirect_uri: home,
      scope: 'openid profile email offline_access', loadUserInfo: true, post_logout_redirect_uri: home })
    if (/[?&](code|error)=/.test(location.search)) await app.signinRedirectCallback()
    const user = await app.getUser()
    if (user) show('in: ' + user.profile.email)
    window.logIn = () => app.signinRedirect()
    window.refresh = async () => {
      const before = (await app.getUser()).access_token
      show('renewed: ' + ((await app.signinSilent()).access_token !== before))
    }
    window.logOut = () => app.signoutRedirect()`,
}

export const singlePageClients: readonly SinglePageClient[] = [
  msalBrowser,
  oidcClientTs,
  keycloakJs,
  oktaAuthJs,
]

const pageOf = (script: string, isModule: boolean) => `<!doctype html><title>Application</title>
${isModule ? '' : '<script src="/library.js"></script>'}
<output></output>
<script type="module">
  const home = location.origin + '/'
  const show = (text) => { document.querySelector('output').textContent = text }
  show('out')
  try { ${script} } catch (error) {
    const code = error.errorCode === 'INTERNAL' ? undefined : (error.errorCode ?? error.error)
    show('refused: ' + (code ?? (error.name === 'TypeError' ? error.name : error.message)))
  }
  document.title = 'Ready'
</script>`

const redirectPageOf = (script: string) =>
  `<!doctype html><title>Back</title><script src="/bridge.js"></script><script>${script}</script>`

export interface SinglePage {
  url: string
  close(): Promise<void>
}

/** Serves an application that uses a library, registered in a directory of its own. */
export async function serveSinglePage(
  client: SinglePageClient,
  idp: MockIdp,
  { misbehaviour, common = false }: { misbehaviour?: string; common?: boolean } = {},
): Promise<SinglePage> {
  const served = { issuer: '', clientId: '' }
  const { library, redirectPage } = client
  const server = createServer((req, res) => {
    const scripts: Record<string, Buffer | undefined> = {
      '/library.js': library,
      '/bridge.js': redirectPage?.library,
    }
    const [path = ''] = (req.url ?? '').split('?')
    const script = scripts[path]
    res.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    const isBack = redirectPage && path === '/redirect'
    const page = isBack
      ? redirectPageOf(redirectPage.script)
      : pageOf(client.script(served), library.includes('export default'))
    res.end(script ?? page)
  })
  const url = `http://localhost:${await listen(server)}/`
  const { directory, application } = fixture(
    client.kind,
    {
      passwordCredentials: [],
      accessTokens: 'jwt',
      signInAudience: 'AzureADMultipleOrgs',
      postLogoutRedirectUris: [url],
      spa: { redirectUris: [url, `${url}redirect`] },
    },
    client.kind === 'oidc' ? `page-${new URL(url).port}` : undefined,
  )
  application.web.redirectUris = []
  directory.realm = directory.id
  await idp.addDirectory(directory)
  const secure = client.kind === 'entra'
  const own = idp.issuer(directory, { secure, ...(misbehaviour !== undefined && { misbehaviour }) })
  served.issuer = common ? own.replace(directory.id, 'common') : own
  served.clientId = application.appId
  return {
    url,
    async close() {
      server.close()
      await idp.removeDirectory(directory.id)
    },
  }
}
