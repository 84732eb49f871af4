import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { listen } from '../http/listen.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { fixture, user } from './fixture.ts'

/** The library's bundle for script tags is next to its entry for Node. */
const entry = createRequire(import.meta.url).resolve('oidc-client-ts')
const library = readFileSync(join(dirname(entry), '..', 'browser', 'oidc-client-ts.min.js'))

/** A single-page application: signs in when it is opened, and shows who came back; its title collects what frames tell it. */
const page = (authority: string, clientId: string, watches = false) => `<!doctype html>
<script src="/oidc-client-ts.js"></script>
<output></output>
<script>
  const manager = new oidc.UserManager({
    authority: ${JSON.stringify(authority)}, client_id: ${JSON.stringify(clientId)},
    redirect_uri: location.origin + '/', scope: 'openid profile email', loadUserInfo: true,
    monitorSession: ${watches}, checkSessionIntervalInSeconds: 1,
  })
  const show = (text) => { document.querySelector('output').textContent = text }
  manager.events.addUserSignedOut(() => show('signed out'))
  addEventListener('message', ({ data }) => { document.title += ' ' + data })
  if (self !== top) manager.signinSilentCallback()
  else if (location.search.includes('code=') || location.search.includes('error='))
    manager.signinRedirectCallback().then((user) => show('signed in: ' + user.profile.email), (error) => show('refused: ' + error.message))
  else manager.signinRedirect()
</script>`

async function serve(answer: () => string): Promise<{ server: Server; url: string }> {
  const server = createServer((req, res) => {
    const isScript = req.url === '/oidc-client-ts.js'
    res.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    res.end(isScript ? library : answer())
  })
  return { server, url: `http://localhost:${await listen(server)}/` }
}

for (const kind of ['entra', 'oidc'] as const) {
  test(`oidc-client-ts in the browser, as a single-page application of ${kind}`, async ({
    page: browser,
  }) => {
    let idp: MockIdp | undefined
    const { directory, application } = fixture(kind, { passwordCredentials: [] })
    const { server, url } = await serve(() => page(idp?.issuer(directory) ?? '', application.appId))
    application.web.redirectUris = []
    application.spa.redirectUris = [url]
    idp = await startMockIdp({ directories: [directory] })
    await browser.goto(url)
    if (kind === 'entra') {
      await browser.getByLabel('Email address').fill(user.name)
      await browser.getByRole('button', { name: 'Next' }).click()
      await browser.getByLabel('Password', { exact: true }).fill(user.password)
      await browser.getByRole('button', { name: 'Sign in' }).click()
      await browser.getByRole('button', { name: 'No' }).click()
    } else {
      await browser.getByLabel('Email address').fill(user.name)
      await browser.getByLabel('Password', { exact: true }).fill(user.password)
      await browser.getByRole('button', { name: 'Sign in' }).click()
    }
    await expect(browser.locator('output')).toHaveText(`signed in: ${user.name}`)
    await idp.close()
    server.close()
  })
}

test('oidc-client-ts in the browser learns by the frame that its user signed out elsewhere', async ({
  page: browser,
  context,
}) => {
  let idp: MockIdp | undefined
  const { directory, application } = fixture('oidc', { passwordCredentials: [] })
  const issuer = () => idp?.issuer(directory, { misbehaviour: 'session-management' }) ?? ''
  const { server, url } = await serve(() => page(issuer(), application.appId, true))
  application.web.redirectUris = []
  application.spa.redirectUris = [url]
  idp = await startMockIdp({ directories: [directory] })
  await browser.goto(url)
  await browser.getByLabel('Email address').fill(user.name)
  await browser.getByLabel('Password', { exact: true }).fill(user.password)
  await browser.getByRole('button', { name: 'Sign in' }).click()
  await expect(browser).toHaveTitle(/^unchanged( unchanged)+$/)
  await expect(browser.locator('output')).toHaveText(`signed in: ${user.name}`)

  const elsewhere = await context.newPage()
  await elsewhere.goto(`${issuer()}/logout`)
  await elsewhere.getByRole('button', { name: 'Sign out' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'You signed out of your account' })).toBeVisible()
  await expect(browser.locator('output')).toHaveText('signed out')
  await expect(browser).toHaveTitle(/unchanged changed/)
  await idp.close()
  server.close()
})
