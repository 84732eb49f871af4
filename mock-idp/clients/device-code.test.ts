import { DeviceCodeCredential } from '@azure/identity'
import { PublicClientApplication } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { makeApplication } from '../index.ts'
import { browser } from './browser.ts'
import { fixture, user } from './fixture.ts'
import { approveDevice } from './sign-in.ts'
import { trustedIdp } from './trusted-idp.ts'

const { directory } = fixture('entra')
directory.devicePollSeconds = 1
const device = makeApplication({
  displayName: 'Television',
  consentedForAll: true,
  signInAudience: 'AzureADMultipleOrgs',
  publicClient: { redirectUris: ['http://localhost'] },
})
const orders = makeApplication({
  displayName: 'Orders',
  identifierUris: ['api://orders'],
  scopes: ['Orders.Read'],
})
directory.applications.push(device, orders)
const scope = 'api://orders/Orders.Read'

const idp = trustedIdp(directory)

const approve = ({ verificationUri, userCode }: { verificationUri: string; userCode: string }) =>
  void approveDevice(browser(), verificationUri, userCode, user)

test.concurrent.each(['tenant', 'common'])(
  'msal-node at the address of %s: device code, then silently',
  async (place) => {
    const authority = `${idp().secureUrl}/${place === 'tenant' ? directory.id : place}`
    const { host } = new URL(authority)
    const client = new PublicClientApplication({
      auth: { clientId: device.appId, authority, knownAuthorities: [host] },
    })
    const answer = await client.acquireTokenByDeviceCode({ scopes: [scope], deviceCodeCallback: approve })
    expect(decodeJwt(answer?.accessToken ?? '')).toMatchObject({ aud: orders.appId, scp: 'Orders.Read' })
    if (!answer?.account) throw new Error('there is no account')
    const silent = await client.acquireTokenSilent({
      account: answer.account,
      scopes: ['User.Read'],
      forceRefresh: true,
    })
    expect(silent).toMatchObject({ fromCache: false, account: { username: user.name } })
  },
  20_000,
)

test.concurrent('@azure/identity: a token by device code', async () => {
  const credential = new DeviceCodeCredential({
    authorityHost: idp().secureUrl ?? '',
    disableInstanceDiscovery: true,
    tenantId: directory.id,
    clientId: device.appId,
    userPromptCallback: approve,
  })
  expect(decodeJwt((await credential.getToken(scope)).token)).toMatchObject({ aud: orders.appId })
}, 20_000)
