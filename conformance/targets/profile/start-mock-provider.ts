import {
  type Application,
  type Directory,
  type MockIdp,
  makeApplication,
  makeDirectory,
  makeSecret,
  makeUser,
  startMockIdp,
} from '@doorstep/mock-idp'
import { Hono } from 'hono'
import { withTag } from '../../../machines/model/values.ts'
import { serve } from '../../../site/serve.ts'
import type { MockProvider } from './address.ts'
import type { MockProviderSetting } from './functions.ts'
import { misbehaving, type ProviderAccount, wantedAccount } from './mock-provider.ts'

/** No server listens on this port: tcpmux, of 1988 (RFC 1078). */
const NO_SERVER = 'http://localhost:1'

/** Deployments may demand that the provider has verified the address. Entra and generic providers say it by different claims. */
const VERIFIED = { email_verified: true, xms_edov: true }

const userWith = (email: string) => makeUser({ userPrincipalName: email, mail: email, claims: VERIFIED })

const discoveryOf = (issuer: string) => `${issuer}/.well-known/openid-configuration`

/**
 * Starts the bundled identity provider with an application for the deployment, for people of this domain. A redirect URI that is
 * a path is registered by `register`, once it is known where the deployment is.
 */
export async function startMockProvider({ port = 0, redirectUri }: MockProviderSetting, domain: string) {
  const secret = makeSecret(Date.now())
  const application = makeApplication({
    displayName: 'The deployment',
    passwordCredentials: [secret],
    web: { redirectUris: [redirectUri] },
  })
  const directory = makeDirectory({
    kind: 'entra',
    displayName: 'Doorstep',
    domains: [domain],
    applications: [application],
  })
  const idp = await startMockIdp({ port, directories: [directory] })
  const people = await givePeopleAccounts(idp, directory, application)
  const issuer = idp.issuer(directory)
  const known: MockProvider = {
    issuer,
    clientId: application.appId,
    clientSecret: secret.secretText,
    discoveryUrl: discoveryOf(issuer),
    deadUrl: discoveryOf(NO_SERVER),
    otherIssuerUrl: discoveryOf(idp.issuer(directory, { misbehaviour: 'impersonated-issuer' })),
    anotherIssuerUrl: discoveryOf(idp.issuer(directory, { misbehaviour: 'pkce-not-announced' })),
    redirectUri,
    peopleUrl: people.url,
  }
  const register = async (url: string): Promise<MockProvider> => {
    const whole = new URL(redirectUri, url).href
    application.web.redirectUris = [whole]
    await idp.store.put(directory)
    return { ...known, redirectUri: whole }
  }
  const close = async () => {
    await people.close()
    await idp.close()
  }
  return { known, register, close }
}

/**
 * The processes that walk ask here for an account of a person who has consented, or who will be asked, and let the provider
 * misbehave; towards a new person it behaves. With each person comes a stranger, whom nobody adds to the deployment.
 */
async function givePeopleAccounts(idp: MockIdp, directory: Directory, application: Application) {
  const app = new Hono()
  const asked = new Set<string>()
  idp.onEvent((event) => {
    if (event.type === 'request' && event.by === 'application') asked.add(event.path)
  })
  app.get('/asked', (c) => c.json([...asked]))
  app.post('/', async (c) => {
    asked.clear()
    const { email, consented } = wantedAccount.parse(await c.req.json())
    const user = userWith(email)
    const stranger = userWith(withTag(email, 'stranger'))
    directory.users.push(user, stranger)
    directory.misbehaviour = undefined
    application.consentedUserIds.push(stranger.id, ...(consented ? [user.id] : []))
    await idp.store.put(directory)
    return c.json({
      password: user.password,
      stranger: { name: stranger.userPrincipalName, password: stranger.password },
      signInUrl: idp.signInUrl(directory, user),
    } satisfies ProviderAccount)
  })
  app.put('/misbehaviour', async (c) => {
    const { misbehaviour } = misbehaving.parse(await c.req.json())
    await idp.misbehave(directory.id, misbehaviour)
    asked.clear()
    return c.body(null, 204)
  })
  return serve(app)
}
