import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, redirectUri } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

const MEGABYTE = 1024 ** 2

let idp: MockIdp
const { directory, application } = fixture('entra')

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

const authorizeUrl = (change: Record<string, string> = {}) => {
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'the state',
    ...change,
  }
  return `${idp.url}/${directory.id}/oauth2/v2.0/authorize?${new URLSearchParams(params)}`
}

describe('bad input is answered as the protocol says, never with a 500', () => {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${idp.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })

  test('an oversized body', async () => {
    const response = await post(`/${directory.id}/oauth2/v2.0/token`, 'x'.repeat(100_000))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  })

  test.each([
    ['with a length', `Content-Length: ${2 * MEGABYTE}\r\n\r\n`],
    ['in chunks', `Transfer-Encoding: chunked\r\n\r\n${(2 * MEGABYTE).toString(16)}\r\n`],
  ])('an oversized body, to a client that sends all of it before it reads: %s', async (_what, header) => {
    const socket = connect({ port: Number(new URL(idp.url).port), host: '127.0.0.1' }).pause()
    socket.write(`POST /${directory.id}/oauth2/v2.0/token HTTP/1.1\r\nHost: localhost\r\n${header}`)
    for (let sent = 0; sent < 2; sent += 1) {
      socket.write(Buffer.alloc(MEGABYTE, 'x'))
      await wait(100)
    }
    const [answer] = await once(socket.resume(), 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 .*"invalid_request"/s)
    socket.destroy()
  })

  test.each([
    ['GET of the token endpoint', () => fetch(`${idp.url}/${directory.id}/oauth2/v2.0/token`), 405],
    [
      'JSON at the token endpoint',
      () => post(`/${directory.id}/oauth2/v2.0/token`, '{}', { 'content-type': 'application/json' }),
      400,
    ],
    ['nothing there', () => fetch(`${idp.url}/${directory.id}/nowhere`), 404],
    ['a foreign sign-in', () => fetch(`${idp.url}/${directory.id}/login/abc`), 400],
    ['a foreign sign-in, posted', () => post(`/${directory.id}/login/abc`, 'do=password'), 400],
    [
      'an unknown misbehaviour in the address',
      () => fetch(`${idp.url}/${directory.id}~nonsense/v2.0/.well-known/openid-configuration`),
      400,
    ],
    ['an unknown provider', () => fetch(`${idp.url}/oidc/nobody/.well-known/openid-configuration`), 404],
    ['a broken escape', () => fetch(`${idp.url}/%zz/v2.0/.well-known/openid-configuration`), 400],
    ['no token at userinfo', () => fetch(`${idp.url}/${directory.id}/oidc/userinfo`), 401],
    [
      'a wrong token at userinfo',
      () => fetch(`${idp.url}/${directory.id}/oidc/userinfo`, { headers: { authorization: 'Bearer x' } }),
      401,
    ],
    ['a doubled parameter', () => fetch(`${authorizeUrl()}&scope=openid`, { redirect: 'manual' }), 303],
    [
      'a null byte in a parameter',
      () => fetch(authorizeUrl({ scope: 'openid \0' }), { redirect: 'manual' }),
      303,
    ],
  ])('%s', async (_what, send, status) => {
    expect((await send()).status).toBe(status)
  })
})
