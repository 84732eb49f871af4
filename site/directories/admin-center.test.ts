import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import { type Parties, startParties } from './testing/start-parties.ts'

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const sandbox = (given: string) => parties.sandbox(given)

const at = (act: string) => `at admin-center: ${act}`

/** A person with a browser in the admin center of a sandbox. */
async function inAdminCenter() {
  const box = await sandbox('cloud-administrator')
  const { entra, password } = box.provider
  const person = browser()
  await signInAt(person, entra.adminCenter, 'nowhere:', { name: entra.administrator, password })
  return {
    ...box,
    open: (path: string) => person.open(`${entra.adminCenter}${path}`),
    visit: (url: string) => person.open(url),
    send: (path: string, form: Record<string, string>) => person.post(`${entra.adminCenter}${path}`, form),
    below: (url: string) => url.replace(entra.adminCenter, ''),
  }
}

const saidIn = ({ html }: { html: string }) => parse(html).querySelector('[role=alert]')?.text ?? ''

const THIS_DIRECTORY = 'Accounts in this organizational directory only'
const filled = { name: 'The app of our tenant', audience: 'AzureADMyOrg', platform: 'web' }

/** The form in which an application is registered, in one line. */
function register({ name = 'any', types = THIS_DIRECTORY, platform = 'Web', redirect = 'documented' }) {
  const fields = `Name: ${name}, Supported account types: ${types}, Platform: ${platform}`
  return at(`register-an-application · Register (${fields}, Redirect URI (optional): ${redirect})`)
}

describe('the admin center', () => {
  test('tells what is done there, page by page, and no reload', async () => {
    const box = await inAdminCenter()
    await box.open('/applications')
    await box.open('/applications')
    await box.open('/applications/new')
    const overview = await box.send('/applications/new', { ...filled, redirectUri: box.provider.redirectUri })
    const app = box.below(overview.url)
    await box.open(`${app}/secrets`)
    await box.open(`${app}/secrets/new`)
    await box.send(`${app}/secrets/new`, { description: 'for 1Secure', days: '90' })
    await box.open(app)
    await box.open('/applications')
    await box.open(app)
    await box.open('')
    const acts = await box.acts(at('visit admin-center → entra-admin-center'))
    expect(acts).toEqual([
      at('entra-sign-in · Sign in (Email: registered, Password: right) → entra-admin-center'),
      at('entra-admin-center · App registrations → app-registrations'),
      at('app-registrations · New registration → register-an-application'),
      `${register({})} → app-overview`,
      at('app-overview · Certificates & secrets → certificates-and-secrets'),
      at('certificates-and-secrets · New client secret → add-a-client-secret'),
      at('add-a-client-secret · Add (Description: any, Expires: 90 days) → certificates-and-secrets'),
      at('certificates-and-secrets · Overview → app-overview'),
      at('app-overview · App registrations → app-registrations'),
      at('app-registrations → app-overview'),
      at('visit admin-center → entra-admin-center'),
    ])
  })

  test('tells that somebody signs out of it, and not that they sign out elsewhere', async () => {
    const box = await inAdminCenter()
    const { html, url } = await box.open('/users')
    const links = parse(html).querySelectorAll('a[href]')
    const signOut = links.find(({ text }) => text === 'Sign out')?.getAttribute('href') ?? ''
    await box.visit(new URL(signOut, url).href)
    await box.visit(new URL(signOut, url).href)
    const acts = await box.acts(at('entra-users · Sign out → signed-out'))
    expect(acts).toEqual([
      at('entra-sign-in · Sign in (Email: registered, Password: right) → entra-admin-center'),
      at('entra-admin-center · All users → entra-users'),
      at('entra-users · Sign out → signed-out'),
    ])
  })

  test.each([
    ['without a name', { name: ' ' }, { name: 'empty', redirect: 'empty' }],
    ['without https', { redirectUri: 'http://elsewhere.example/x' }, { redirect: 'http' }],
    ['with an invalid address', { redirectUri: 'not an address' }, { redirect: 'other' }],
    [
      'without a platform',
      { platform: '', redirectUri: 'https://elsewhere.example/x' },
      { platform: 'Select a platform', redirect: 'other' },
    ],
  ])('tells why a registration %s is refused, but not what was typed', async (_, typed, symbols) => {
    const box = await inAdminCenter()
    const said = saidIn(await box.send('/applications/new', { ...filled, ...typed }))
    expect(said).not.toBe('')
    const text = said.replace('not an address', '…')
    await box.acts(`${register(symbols)} → register-an-application “${text}”`)
  })

  test('holds the documented address to be documented, as it does the sandbox’s own', async () => {
    const box = await inAdminCenter()
    const redirectUri = 'https://auth.netwrix.com/login/callback'
    await box.send('/applications/new', { ...filled, redirectUri })
    await box.acts(`${register({})} → app-overview`)
  })

  test('tells when the redirect address is added afterwards', async () => {
    const box = await inAdminCenter()
    const { url } = await box.send('/applications/new', { ...filled, platform: '', redirectUri: '' })
    const page = `${box.below(url)}/authentication`
    await box.open(page)
    const rest = `ID tokens (used for implicit and hybrid flows): empty, Front-channel logout URL: empty, Supported account types: ${THIS_DIRECTORY}`
    const save = (symbols: string) => at(`app-authentication · Save (Redirect URIs: ${symbols}, ${rest})`)
    const said = saidIn(await box.send(page, { ...filled, web: 'http://elsewhere.example/x' }))
    await box.acts(`${save('http')} → app-authentication “${said}”`)
    await box.send(page, { ...filled, web: box.provider.redirectUri })
    const acts = await box.acts(`${save('documented')} → app-authentication`)
    expect(acts).toContain(at('app-overview · Authentication → app-authentication'))
  })

  test('names options as its pages do', async () => {
    const box = await inAdminCenter()
    const { html } = await box.open('/applications/new')
    const options = parse(html)
      .querySelectorAll('option, label.check')
      .map((each) => each.text.trim())
    const begins = (label: string) => options.some((option) => option.startsWith(label))
    const types = [
      ['AzureADMyOrg', THIS_DIRECTORY],
      ['AzureADMultipleOrgs', 'Accounts in any organizational directory'],
      [
        'AzureADandPersonalMicrosoftAccount',
        'Accounts in any organizational directory and personal accounts',
      ],
      ['PersonalMicrosoftAccount', 'Personal accounts only'],
    ] as const
    for (const [audience, label] of types) {
      expect(begins(label), label).toBe(true)
      await box.send('/applications/new', { ...filled, audience, platform: 'spa', redirectUri: '' })
      const symbols = { types: label, platform: 'Single-page application', redirect: 'empty' }
      await box.acts(`${register(symbols)} → app-overview`)
    }
    expect(begins('Single-page application')).toBe(true)
  })

  test('lets in administrators only, and says who was not', async () => {
    const box = await sandbox('cloud-administrator')
    const { entra, password, colleague } = box.provider
    await signInAt(browser(), entra.adminCenter, 'nowhere:', { name: colleague, password })
    await box.acts(`invited: ${at('entra-sign-in · Sign in (Email: unknown, Password: right)')}`)
  })
})
