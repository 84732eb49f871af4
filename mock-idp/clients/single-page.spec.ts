import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { listen } from '../http/listen.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { fixture, user } from './fixture.ts'

const require = createRequire(import.meta.url)
const beside = (entry: string, ...path: string[]) => readFileSync(join(dirname(entry), ...path))

interface Target {
  issuer: string
  clientId: string
}

interface SinglePageClient {
  name: string
  kind: 'entra' | 'oidc'
  refreshes: boolean
  /** The library as it is delivered for browsers. */
  library: Buffer
  /** A script that has `logIn`, `logOut`, and `refresh` where it can; it shows who is in, and how often the token was renewed. */
  script(target: Target): string
}

const clients: SinglePageClient[] = [
  {
    name: 'msal-browser',
    kind: 'entra',
    refreshes: true,
    library: beside(require.resolve('@azure/msal-browser'), 'msal-browser.min.js'),
    script: ({ issuer, clientId }) => `
      const authority = ${JSON.stringify(issuer.replace(/\/v2\.0$/, ''))}
      const app = new msal.PublicClientApplication({ auth: { clientId: '${clientId}', authority, redirectUri: home,
        knownAuthorities: [new URL(authority).host] } })
      await app.initialize()
      const back = await app.handleRedirectPromise()
      const account = back?.account ?? app.getAllAccounts()[0]
      if (account) show('in: ' + account.username)
      window.logIn = () => app.loginRedirect({ scopes: ['User.Read'] })
      window.refresh = async () => {
        const { fromCache } = await app.acquireTokenSilent({ account, scopes: ['User.Read'], forceRefresh: true })
        show('renewed: ' + !fromCache)
      }
      window.logOut = () => app.logoutRedirect({ account, postLogoutRedirectUri: home })`,
  },
  {
    // It reads refresh tokens as JWTs; these are opaque here.
    name: 'keycloak-js',
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
  },
  {
    name: 'okta-auth-js',
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
  },
]

const pageOf = (script: string, isModule: boolean) => `<!doctype html><title>Application</title>
${isModule ? '' : '<script src="/library.js"></script>'}
<output></output>
<script type="module">
  const home = location.origin + '/'
  const show = (text) => { document.querySelector('output').textContent = text }
  show('out')
  try { ${script} } catch (error) { show('refused: ' + (error.errorCode ?? error.message ?? error.error)) }
  document.title = 'Ready'
</script>`

interface Application {
  url: string
  idp: MockIdp
  close(): Promise<void>
}

async function start(client: SinglePageClient, misbehaviour?: string): Promise<Application> {
  const { directory, application } = fixture(client.kind, { passwordCredentials: [], accessTokens: 'jwt' })
  const idp = await startMockIdp({ directories: [directory], https: { port: 0 } })
  const issuer = idp.issuer(directory, {
    secure: client.kind === 'entra',
    ...(misbehaviour !== undefined && { misbehaviour }),
  })
  const html = pageOf(
    client.script({ issuer, clientId: application.appId }),
    client.library.includes('export default'),
  )
  const server: Server = createServer((req, res) => {
    const isScript = req.url === '/library.js'
    res.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    res.end(isScript ? client.library : html)
  })
  const url = `http://localhost:${await listen(server)}/`
  application.web.redirectUris = []
  application.spa.redirectUris = [url]
  application.postLogoutRedirectUris = [url]
  await idp.store.put(directory)
  const close = async () => {
    server.close()
    await idp.close()
  }
  return { url, idp, close }
}

async function signIn(page: Page, kind: 'entra' | 'oidc') {
  await page.getByLabel('Email address').fill(user.name)
  if (kind === 'entra') await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password', { exact: true }).fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (kind === 'entra') await page.getByRole('button', { name: 'No' }).click()
}

/** Not awaited: most of it leaves the page. What fails is shown. */
const press = (page: Page, what: 'logIn' | 'refresh' | 'logOut') =>
  page.evaluate((name) => {
    const call = (window as unknown as Record<string, () => Promise<unknown>>)[name]
    void call?.()?.catch?.((error: Error) => {
      document.title = `${name} failed: ${error}`
    })
  }, what)

test.use({ ignoreHTTPSErrors: true })

for (const client of clients) {
  test(`${client.name}: logs in, refreshes, logs out`, async ({ page }) => {
    const { url, close } = await start(client)
    const said = page.locator('output')
    await page.goto(url)
    await expect(page).toHaveTitle('Ready')
    await press(page, 'logIn')
    await signIn(page, client.kind)
    await expect(said).toHaveText(`in: ${user.name}`)
    await expect(page).toHaveTitle('Ready')
    if (client.refreshes) {
      await press(page, 'refresh')
      await expect(said).toHaveText('renewed: true')
    }
    await press(page, 'logOut')
    await page.waitForURL(url)
    await expect(page).not.toHaveTitle(/failed/)
    await expect(said).toHaveText('out')
    await close()
  })
}
