import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { optionsOf, register, send } from '../testing/ceremony.ts'
import { MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

describe('adding a security key', () => {
  const STEP = '/log-in/key'
  const used = (key: string) => `adding-your-security-key · Use security key (key: ${key})`
  const begin = async () => {
    const made = await testTenant.sandbox({ given: 'activated' })
    await made.visitor.passPassword(made.email, made.password ?? '')
    await made.visitor.post('/log-in/method', { method: 'security-key' })
    return made
  }

  it('registers it, asks for its name, and then lets in', async () => {
    const { acts, visitor, email, password = '' } = await begin()
    const key = new SecurityKey()
    const options = await optionsOf(visitor, STEP)
    expect(options).toMatchObject({ attestation: 'none', rp: { id: 'localhost' }, user: { name: email } })
    expect((await send(visitor, STEP, await key.register(options, testTenant.url))).next).toMatch(
      /\/log-in\/key\/name$/,
    )
    expect(await visitor.session()).toBeUndefined()
    expect((await visitor.open('/dashboard')).screen).toBe('name-your-security-key')
    expect((await visitor.post('/log-in/key/name', { name: ' ' })).says).toContain('name')
    expect((await visitor.post('/log-in/key/name', { name: 'Desk drawer' })).screen).toBe('dashboard')
    expect(await visitor.session()).toBe(email)
    await visitor.post('/log-out')
    expect((await visitor.passPassword(email, password)).screen).toBe('verify-with-security-key')
    expect(await acts()).toContain(`${used('touch')} → name-your-security-key`)
  })

  it('tells that it was cancelled, and works the next time', async () => {
    const { acts, visitor } = await begin()
    await optionsOf(visitor, STEP)
    expect((await send(visitor, `${STEP}/cancelled`, {})).message).toContain('try again')
    expect(await acts()).toContain(
      `${used('cancel')} → adding-your-security-key “The security key wasn’t used. Please try again, or try another method.”`,
    )
    expect((await register(visitor, STEP, new SecurityKey())).status).toBe(200)
  })

  it.each([
    ['another origin', { origin: 'http://localhost:1' }],
    ['another RP ID', { rpId: 'example.com' }],
    ['the wrong ceremony', { type: 'webauthn.get' }],
    ['a foreign challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['nobody present', { flags: { UP: false } }],
  ])('refuses %s', async (_what, forged) => {
    const { visitor } = await begin()
    expect(await register(visitor, STEP, new SecurityKey(), forged)).toMatchObject({
      status: 422,
      message: expect.stringContaining('try again'),
    })
    expect((await visitor.open('/log-in/key/name')).screen).toBe('adding-your-security-key')
  })

  it('takes a challenge once, for its own visit, within five minutes', async () => {
    const first = await begin()
    const second = await begin()
    const key = new SecurityKey()
    const foreign = await key.register(await optionsOf(first.visitor, STEP), testTenant.url)
    expect((await send(second.visitor, STEP, foreign)).status).toBe(422)
    const options = await optionsOf(second.visitor, STEP)
    await send(second.visitor, STEP, await key.register(options, testTenant.url, { flags: { UP: false } }))
    expect((await send(second.visitor, STEP, await key.register(options, testTenant.url))).status).toBe(422)
    const late = await key.register(await optionsOf(second.visitor, STEP), testTenant.url)
    await second.control.advance(5 * MINUTE)
    expect((await send(second.visitor, STEP, late)).status).toBe(422)
  })

  it.each([['{'], ['{}'], ['{"id":1}'], ['null'], ['[]']])('says of %s that it is damaged', async (body) => {
    const { visitor } = await begin()
    const response = await visitor.request(STEP, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
  })
})
