import {
  type Directory,
  makeApplication,
  makeDirectory,
  makeSecret,
  makeUser,
  startMockIdp,
} from '@doorstep/mock-idp'
import getPort from 'get-port'
import { parse } from 'node-html-parser'
import { type Browser, browser, hiddenFields } from '../../../mock-idp/clients/browser.ts'
import { signInAt } from '../../../mock-idp/clients/sign-in.ts'
import { startTestTenant } from './start-test-tenant.ts'
import type { Seen, Visitor } from './visitor.ts'

export type Kind = 'entra' | 'oidc'

export const PASSWORD_THERE = 'a password at the provider'
const SECRET = 'a secret of the application'
const START = Date.UTC(2026, 0, 15, 9, 0, 10)

const isKind = (kind: Kind) => (directory: Directory) => directory.kind === kind

/**
 * The real tenant and the bundled provider, with one Entra-like and one generic directory, on one clock.
 * @param apart whether the provider is another site than the tenant, as it is in life: cookies are kept from it then
 */
export async function startSsoTenant({ apart = false } = {}) {
  const directories = (['entra', 'oidc'] as const).map((kind) =>
    makeDirectory({ kind, displayName: 'Harbour', ...(kind === 'oidc' ? { id: 'harbour' } : {}) }),
  )
  let moved = 0
  const port = apart ? await getPort({ host: '127.0.0.1' }) : 0
  const idp = await startMockIdp({
    directories,
    clock: () => START + moved,
    ...(apart ? { port, publicUrl: `http://127.0.0.1:${port}` } : {}),
  })
  const testTenant = await startTestTenant({ allowedProviders: [idp.url], entraAuthority: idp.url })

  /** One more generic provider. */
  async function another(id: string): Promise<Directory> {
    const directory = makeDirectory({ kind: 'oidc', displayName: id, id })
    await idp.store.put(directory)
    return directory
  }

  /** Registers a tenant at a provider. */
  async function register(directory: Directory, url: string, { consented = true, misbehaviour = '' } = {}) {
    const callback = `${url}/login/callback`
    const application = makeApplication({
      displayName: '1Secure',
      consentedForAll: consented,
      passwordCredentials: [makeSecret(START, { secretText: SECRET })],
      web: {
        redirectUris: [callback],
        implicitGrantSettings: { enableIdTokenIssuance: true, enableAccessTokenIssuance: false },
      },
      backchannelLogoutUri: `${url}/login/back-channel-logout`,
      postLogoutRedirectUris: [`${url}/log-in`],
    })
    directory.applications.push(application)
    await idp.store.put(directory)
    const issuer = idp.issuer(directory, misbehaviour ? { misbehaviour } : {})
    return { callback, application, issuer, secret: SECRET }
  }

  /** A person with an account at a provider. */
  async function addPerson(directory: Directory, email: string, id?: string) {
    const user = makeUser({
      userPrincipalName: email,
      mail: email,
      password: PASSWORD_THERE,
      ...(id ? { id } : {}),
    })
    directory.users.push(user)
    await idp.store.put(directory)
    return user
  }

  /** A sandbox whose SSO goes to the provider, where the person of its e-mail address has an account. */
  async function sandbox(kind: Kind, { given = 'signed-out', withSecret = true, misbehaviour = '' } = {}) {
    const made = await testTenant.sandbox()
    const directory = directories.find(isKind(kind))
    if (!directory) throw new Error(`No directory of kind ${kind}`)
    const consented = given !== 'consent-missing'
    const registered = await register(directory, made.url, { consented, misbehaviour })
    const sso = {
      method: kind === 'entra' ? 'entra-id' : 'openid-connect',
      issuer: registered.issuer,
      clientId: registered.application.appId,
      ...(withSecret ? { clientSecret: SECRET } : {}),
    }
    const arranged = await made.control.call('/arrange', {
      method: 'POST',
      body: JSON.stringify({ given, sso }),
    })
    const { email } = (await arranged.json()) as { email: string }
    return { ...made, email, ...registered, directory, user: await addPerson(directory, email) }
  }

  return {
    idp,
    testTenant,
    sandbox,
    another,
    register,
    addPerson,
    /** Moves the clock of the tenant and of the provider, by ms. */
    wait(ms: number) {
      moved += ms
      testTenant.wait(ms)
    },
    async close() {
      await testTenant.close()
      await idp.close()
    },
  }
}

export type SsoTenant = Awaited<ReturnType<typeof startSsoTenant>>
export type SsoSandbox = Awaited<ReturnType<SsoTenant['sandbox']>>

/** Where a page that leads on to the provider leads. */
export function onward({ html, screen, says }: Seen): URL {
  const href = parse(html).querySelector('a.primary')?.getAttribute('href')
  if (screen !== 'on-to-your-provider' || !href) throw new Error(`Stayed at ${screen}: ${says}`)
  return new URL(href)
}

/** From the e-mail page to the address at the provider. */
export const leave = async (visitor: Visitor, email: string): Promise<URL> =>
  onward(await visitor.post('/log-in/email', { email }))

/** What the provider answers to a person who signs in and says yes to everything. */
export async function signIn(url: URL, callback: string, name: string, person = browser()) {
  const page = await signInAt(person, url.href, callback, { name, password: PASSWORD_THERE })
  const posted = hiddenFields(page.html)
  return 'state' in posted ? { posted } : { url: page.url }
}

/** A browser whose user declines what an application asks for. */
export function decliningBrowser(): Browser {
  const person = browser()
  const declined = (form: Record<string, string>) =>
    form.do === 'consent' ? { do: 'consent', consent: 'no' } : form
  return { ...person, post: (url, form, stopAt) => person.post(url, declined(form), stopAt) }
}

/** Brings an answer back. */
export const bring = (
  visitor: Visitor,
  callback: string,
  answer: { posted?: Record<string, string>; url?: string },
): Promise<Seen> =>
  answer.posted ? visitor.post(callback, answer.posted) : visitor.open(answer.url ?? callback)

/** The whole login. */
export async function logInBySso(
  { visitor, email, callback }: Pick<SsoSandbox, 'visitor' | 'email' | 'callback'>,
  name = email,
  person = browser(),
): Promise<Seen> {
  return bring(visitor, callback, await signIn(await leave(visitor, email), callback, name, person))
}

/** A sandbox whose person is logged in by a provider, with the browser that has a session there. */
export async function loggedInBySso(sso: SsoTenant, ...wanted: Parameters<SsoTenant['sandbox']>) {
  const box = await sso.sandbox(...wanted)
  const person = browser()
  await logInBySso(box, box.email, person)
  return { ...box, person }
}
