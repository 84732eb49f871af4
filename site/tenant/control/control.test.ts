import { once } from 'node:events'
import { request as send } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const SITE = 'http://localhost:4321'
const JSON_TYPE = { 'content-type': 'application/json' }

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant({ siteOrigin: SITE })
})
afterAll(() => testTenant.close())

const create = (body?: string) =>
  fetch(`${testTenant.url}/control/sandboxes`, {
    method: 'POST',
    headers: JSON_TYPE,
    ...(body ? { body } : {}),
  })

describe('making a sandbox', () => {
  it('answers what is needed to use it', async () => {
    const response = await create()
    expect(response.status).toBe(201)
    const made = (await response.json()) as Record<string, string>
    expect(made.id).toMatch(/^[a-z2-9]{12}$/)
    expect(made.key).toMatch(/^[\w-]{43}$/)
    expect(made.url).toBe(`${testTenant.url}/t/${made.id}`)
    expect(made.email).toBe(`new.administrator@${made.id}.example.com`)
  })

  it.each([
    '{',
    '[]',
    '"x"',
    '{"given":"rich"}',
    '{"given":"security-key"}',
    '{"given":"security-key","credential":{"id":"%"}}',
  ])('refuses the body %s in words', async (body) => {
    const response = await create(body)
    expect(response.status).toBe(400)
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    expect(error.code).toBe('bad-request')
    expect(error.message).toMatch(/^[^\n]{10,}$/)
  })

  it('refuses a body that is too long', async () => {
    const response = await create(JSON.stringify({ given: 'invited', more: 'x'.repeat(20_000) }))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { code: 'body-too-large' } })
  })
})

describe('the key', () => {
  it('is asked for by everything else', async () => {
    const { control, id } = await testTenant.sandbox()
    const other = await testTenant.sandbox()
    for (const key of ['', 'wrong', other.key]) {
      for (const path of ['', '/mails', '/mails/1', '/events'])
        expect((await control.call(path, {}, key)).status).toBe(401)
      for (const path of ['/clock', '/arrange'])
        expect((await control.call(path, { method: 'POST', body: '{}' }, key)).status).toBe(401)
      expect((await control.call('', { method: 'DELETE' }, key)).status).toBe(401)
    }
    expect(await (await control.call('')).json()).toMatchObject({ id })
  })

  it('opens nothing once the sandbox is deleted', async () => {
    const { control, visitor } = await testTenant.sandbox()
    expect((await control.call('', { method: 'DELETE' })).status).toBe(204)
    expect((await control.call('')).status).toBe(404)
    expect(await visitor.open('/log-in')).toMatchObject({ status: 404, screen: 'notice' })
  })
})

describe('the clock', () => {
  it('moves forward in its sandbox only', async () => {
    const { control, now } = await testTenant.sandbox()
    const other = await testTenant.sandbox()
    const response = await control.call('/clock', {
      method: 'POST',
      body: JSON.stringify({ advanceMs: 2 * DAY }),
    })
    expect(await response.json()).toEqual({ now: now + 2 * DAY })
    expect(await (await control.call('')).json()).toMatchObject({ now: now + 2 * DAY })
    expect(await (await other.control.call('')).json()).toMatchObject({ now })
    const [, moved] = await control.events((events) => events.length >= 2)
    expect(moved).toEqual({ n: 2, kind: 'clock', now: now + 2 * DAY, advanced: 2 * DAY })
  })

  it.each(['{}', '{"advanceMs":-1}', '{"advanceMs":0.5}', '{"advanceMs":"1"}', '{"advanceMs":1e15}'])(
    'refuses %s',
    async (body) => {
      const { control } = await testTenant.sandbox()
      expect((await control.call('/clock', { method: 'POST', body })).status).toBe(400)
    },
  )
})

describe('mails', () => {
  it('are listed, and those that are not there are missed in words', async () => {
    const { control, email } = await testTenant.sandbox()
    expect(await control.mails()).toMatchObject([{ n: 1, to: email, subject: 'Welcome to Netwrix 1Secure' }])
    for (const n of ['0', '2', 'x', '1e9']) expect((await control.call(`/mails/${n}`)).status).toBe(404)
  })
})

describe('arranging', () => {
  it('undoes what was before', async () => {
    const {
      control,
      visitor,
      email,
      password = '',
    } = await testTenant.sandbox({ given: 'authenticator-app' })
    await visitor.passPassword(email, password)
    const body = JSON.stringify({ given: 'activated' })
    const arranged = (await (await control.call('/arrange', { method: 'POST', body })).json()) as {
      password: string
    }
    expect((await visitor.open('/log-in/verify')).screen).toBe('login-page')
    expect((await visitor.passPassword(email, password)).says).toContain('Wrong')
    expect((await visitor.passPassword(email, arranged.password)).screen).toBe('keep-your-account-safe')
  })
})

describe('from other sites', () => {
  it('only the site may read the answers', async () => {
    const ask = (origin: string) =>
      fetch(`${testTenant.url}/control/sandboxes`, { method: 'POST', headers: { origin } })
    expect((await ask(SITE)).headers.get('access-control-allow-origin')).toBe(SITE)
    expect((await ask('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it.each(['http://evil.example', 'null', 'http://localhost:4321.evil.example'])(
    'nothing is done for a page of %s',
    async (origin) => {
      const { control } = await testTenant.sandbox()
      for (const [path, method] of [
        ['', 'DELETE'],
        ['/clock', 'POST'],
        ['/mails', 'GET'],
      ] as const) {
        const response = await control.call(path, { method, headers: { origin } })
        expect(response.status).toBe(403)
        expect(await response.json()).toMatchObject({ error: { code: 'unknown-origin' } })
      }
      const made = await fetch(`${testTenant.url}/control/sandboxes`, { method: 'POST', headers: { origin } })
      expect(made.status).toBe(403)
      expect((await control.call('')).status).toBe(200)
    },
  )

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'a body of type “%s” is refused',
    async (type) => {
      const { control } = await testTenant.sandbox()
      const body = new Blob(['{"advanceMs":1}'], { type })
      const response = await control.call('/clock', {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      })
      expect(response.status).toBe(415)
      expect(await response.json()).toMatchObject({ error: { code: 'not-json' } })
    },
  )

  it('a name that was pointed here opens nothing', async () => {
    const { hostname, port } = new URL(testTenant.url)
    for (const path of ['/control/sandboxes', '/log-in', '/health']) {
      const asked = send({ hostname, port, path, headers: { host: 'evil.example' }, setHost: false }).end()
      const [response] = await once(asked, 'response')
      response.resume()
      expect(response.statusCode).toBe(421)
    }
  })
})

describe('room', () => {
  it('is made by dropping the longest unused sandbox', async () => {
    const small = await startTestTenant({ maxSandboxes: 2 })
    try {
      const first = await small.sandbox()
      small.wait(120_000)
      const second = await small.sandbox()
      small.wait(120_000)
      small.wait(HOUR)
      await first.visitor.open('/log-in')
      small.wait(120_000)
      await small.sandbox()
      expect((await first.visitor.open('/log-in')).status).toBe(200)
      expect((await second.visitor.open('/log-in')).status).toBe(404)
    } finally {
      await small.close()
    }
  })

  it('is never made by dropping one that was used within the hour', async () => {
    const small = await startTestTenant({ maxSandboxes: 2 })
    try {
      const both = [await small.sandbox(), await small.sandbox()]
      small.wait(59 * MINUTE)
      // The control API counts as use, too.
      for (const { control } of both) await control.mails()
      small.wait(59 * MINUTE)
      const response = await fetch(`${small.url}/control/sandboxes`, { method: 'POST' })
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({ error: { code: 'no-room' } })
      for (const { control } of both) expect((await control.call('')).status).toBe(200)
    } finally {
      await small.close()
    }
  })
})
