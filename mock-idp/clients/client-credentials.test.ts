import { ClientSecretCredential } from '@azure/identity'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { Client } from '@microsoft/microsoft-graph-client'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { makeApplication } from '../index.ts'
import { fixture, user } from './fixture.ts'
import { trustedIdp } from './trusted-idp.ts'

const { directory, application, secret } = fixture('entra', {
  permissions: { 'api://orders': ['Orders.Process'], 'https://graph.microsoft.com': ['User.Read.All'] },
})
const orders = makeApplication({
  displayName: 'Orders',
  identifierUris: ['api://orders'],
  appRoles: ['Orders.Process'],
})
directory.applications.push(orders)

const idp = trustedIdp(directory)

const secureUrl = () => idp().secureUrl ?? ''

test('msal-node: a token for a registered API, from the cache the second time', async () => {
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: application.appId,
      clientSecret: secret,
      authority: `${secureUrl()}/${directory.id}`,
      knownAuthorities: [new URL(secureUrl()).host],
    },
  })
  const request = { scopes: ['api://orders/.default'] }
  const first = await client.acquireTokenByClientCredential(request)
  expect(decodeJwt(first?.accessToken ?? '')).toMatchObject({ aud: orders.appId, roles: ['Orders.Process'] })
  const second = await client.acquireTokenByClientCredential(request)
  expect(second).toMatchObject({ accessToken: first?.accessToken, fromCache: true })
})

test('@azure/identity and the Graph client: pages of users, and a refusal to write', async () => {
  const credential = new ClientSecretCredential(directory.id, application.appId, secret, {
    authorityHost: secureUrl(),
    disableInstanceDiscovery: true,
  })
  const client = Client.initWithMiddleware({
    baseUrl: `${secureUrl()}/${directory.id}/graph`,
    customHosts: new Set([new URL(secureUrl()).hostname]),
    authProvider: {
      getAccessToken: async () =>
        (await credential.getToken('https://graph.microsoft.com/.default'))?.token ?? '',
    },
  })
  const page = await client.api('/users').select('displayName,mail').filter(`mail eq '${user.name}'`).get()
  expect(page.value).toEqual([{ displayName: 'Harbour user', mail: user.name }])
  const first = await client.api('/users').top(1).count(true).header('ConsistencyLevel', 'eventual').get()
  expect(first['@odata.count']).toBe(2)
  expect((await client.api(first['@odata.nextLink']).get()).value).toHaveLength(1)
  await expect(client.api('/users').post({})).rejects.toMatchObject({ statusCode: 403 })
})

test('@azure/identity tells a wrong secret by its number', async () => {
  const credential = new ClientSecretCredential(directory.id, application.appId, 'wrong', {
    authorityHost: secureUrl(),
    disableInstanceDiscovery: true,
  })
  await expect(credential.getToken('api://orders/.default')).rejects.toThrow('AADSTS7000215')
})
