import type { MockIdp } from '../index.ts'
import type { Misbehaviour } from '../misbehaviours/types.ts'
import { hasModAuthOpenidc } from './apache.ts'
import { type Fixture, redirectUri, user } from './fixture.ts'
import {
  authlibFlask,
  goOidc,
  hasAuthlib,
  hasGoOidc,
  hasOmniauth,
  hasPythonMsal,
  hasSocialAuth,
  omniauth,
  pythonMsal,
  socialAuth,
} from './foreign/programs.ts'
import { awsJwtVerify, expressJwt, expressOauth2JwtBearer, joseApi } from './runners/api-verifiers.ts'
import { authCore, authCoreEntra } from './runners/auth-core.ts'
import { betterAuthGeneric } from './runners/better-auth.ts'
import { expressOpenidConnect } from './runners/express-openid-connect.ts'
import { modAuthOpenidc, modAuthOpenidcLogout } from './runners/mod-auth-openidc.ts'
import { msalNode } from './runners/msal-node.ts'
import { nextAuth, nextAuthAzureAd } from './runners/next-auth.ts'
import { oauth4webapi } from './runners/oauth4webapi.ts'
import { oidcClientTs } from './runners/oidc-client-ts.ts'
import { openidClient } from './runners/openid-client.ts'
import { openidClient5 } from './runners/openid-client-5.ts'
import type { ClientOutcome, LogoutRunner, Runner } from './runners/outcome.ts'
import { passportAzureAd } from './runners/passport-azure-ad.ts'
import { passportOpenidconnect } from './runners/passport-openidconnect.ts'
import { tenantRule } from './runners/tenant-rule.ts'
import { type SinglePageClient, singlePageClients } from './single-page.ts'

export interface Client {
  name: string
  /** Whether it is here; a client that isn't keeps the results of where it was. */
  isHere: boolean
  logIn?: Runner
  logOut?: LogoutRunner
  /** A library of applications without a server. It is tried in a browser. */
  inBrowser?: SinglePageClient
  /** A library of APIs: it looks at an access token. */
  takeToken?: Runner
  /** The kind of provider it is tried at. */
  kind: 'entra' | 'oidc'
  /** Tried at /common, where users of all tenants sign in. */
  common?: boolean
  /** Whether it insists on https. */
  secure: boolean
  refreshes: boolean
}

/** In which browser; write-table.ts has to know one. */
const hasBrowser = process.env.CHROMIUM_PATH !== undefined

const api = { isHere: true, kind: 'entra', secure: true, refreshes: false } as const

const plain = { isHere: true, kind: 'oidc', secure: false, refreshes: false } as const

/** The clients of the table, in its order. */
export const clients: readonly Client[] = [
  { ...plain, name: 'openid-client 6', logIn: openidClient, refreshes: true },
  { ...plain, name: 'openid-client 5', logIn: openidClient5, refreshes: true },
  { ...plain, name: 'oauth4webapi 3, PAR and DPoP', logIn: oauth4webapi, refreshes: true },
  { ...plain, name: 'express-openid-connect 3', logIn: expressOpenidConnect, refreshes: true },
  { ...plain, name: 'passport-openidconnect 0.1', logIn: passportOpenidconnect },
  { ...plain, name: 'passport-azure-ad 4', logIn: passportAzureAd, kind: 'entra', secure: true },
  { ...plain, name: '@auth/core oidc', logIn: authCore },
  { ...plain, name: '@auth/core entra', logIn: authCoreEntra, kind: 'entra', secure: true },
  { ...plain, name: 'msal-node 7', logIn: msalNode, kind: 'entra', secure: true, refreshes: true },
  {
    ...plain,
    name: 'msal-node 7 /common',
    logIn: msalNode,
    kind: 'entra',
    common: true,
    secure: true,
    refreshes: true,
  },
  { ...plain, name: 'next-auth 4', logIn: nextAuth, refreshes: true },
  {
    ...plain,
    name: 'next-auth 4 azure-ad',
    logIn: nextAuthAzureAd,
    kind: 'entra',
    secure: true,
    refreshes: true,
  },
  { ...plain, name: 'better-auth 1', logIn: betterAuthGeneric, refreshes: true },
  { ...plain, name: 'oidc-client-ts 3', logIn: oidcClientTs, refreshes: true },
  {
    ...plain,
    name: 'MSAL Python 1.21',
    isHere: hasPythonMsal,
    logIn: pythonMsal,
    kind: 'entra',
    secure: true,
    refreshes: true,
  },
  { ...plain, name: 'Authlib 1.2', isHere: hasAuthlib, logIn: authlibFlask, refreshes: true },
  {
    ...plain,
    name: 'python-social-auth 4.3',
    isHere: hasSocialAuth,
    logIn: socialAuth,
    refreshes: true,
  },
  {
    ...plain,
    name: 'omniauth_openid_connect 0.10',
    isHere: hasOmniauth,
    logIn: omniauth,
    secure: true,
  },
  { ...plain, name: 'go-oidc 2.1', isHere: hasGoOidc, logIn: goOidc, refreshes: true },
  {
    ...plain,
    name: 'mod_auth_openidc 2.4',
    isHere: hasModAuthOpenidc,
    logIn: modAuthOpenidc,
    logOut: modAuthOpenidcLogout,
  },
  ...singlePageClients.map((inBrowser) => ({
    ...plain,
    name: inBrowser.name,
    isHere: hasBrowser,
    inBrowser,
    refreshes: inBrowser.refreshes,
  })),
  { ...plain, name: 'jose and the tenant’s rule', logOut: tenantRule },
  { ...api, name: 'API: jose 6', takeToken: joseApi },
  { ...api, name: 'API: aws-jwt-verify 5', takeToken: awsJwtVerify },
  { ...api, name: 'API: express-jwt 8, jwks-rsa 4', takeToken: expressJwt },
  { ...api, name: 'API: express-oauth2-jwt-bearer 1', takeToken: expressOauth2JwtBearer },
]

export const notTried = '–'

/** What is written down about a client and a misbehaviour: `accepted`, `step: reason`, or a dash where it isn't tried. */
const asText = (outcome: ClientOutcome | undefined): string =>
  outcome === undefined ? notTried : outcome.accepted ? 'accepted' : `${outcome.step}: ${outcome.reason}`

/** Tries one client at one misbehaviour. */
export async function tryClient(
  client: Client,
  misbehaviour: Misbehaviour,
  idp: MockIdp,
  fixtures: Record<'entra' | 'oidc', Fixture>,
): Promise<string> {
  const { id, seenAt } = misbehaviour
  if (seenAt === 'logout') return asText(await client.logOut?.(misbehaviour, idp))
  if (seenAt === 'refresh' && !client.refreshes) return notTried
  if (client.inBrowser && seenAt !== 'api') {
    const { trySinglePage } = await import('./runners/single-page.ts')
    return asText(
      await trySinglePage(client.inBrowser, idp, { misbehaviour: id, refresh: seenAt === 'refresh' }),
    )
  }
  // An API meets the good token too.
  const atApi = seenAt === 'api' || (id === 'test' && client.takeToken)
  const run = atApi ? client.takeToken : client.logIn
  if (!run) return notTried
  const { directory, application, secret } = fixtures[client.kind]
  const own = idp.issuer(directory, { secure: client.secure, misbehaviour: id })
  const outcome = await run({
    issuer: client.common ? own.replace(directory.id, 'common') : own,
    clientId: application.appId,
    clientSecret: secret,
    redirectUri,
    person: user,
    certificateFile: idp.certificateFile,
    refresh: seenAt === 'refresh',
  })
  return asText(outcome)
}
