import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { authenticate, optionsOf, send } from '../testing/ceremony.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

describe('logging in with a security key', () => {
  const STEP = '/log-in/verify-key'
  const begin = async () => {
    const key = new SecurityKey()
    const credential = await key.enrolled('localhost')
    const made = await testTenant.sandbox({ given: 'security-key', credential })
    expect((await made.visitor.passPassword(made.email, made.password ?? '')).screen).toBe(
      'verify-with-security-key',
    )
    return { ...made, key, credential }
  }

  it('lets in, and a captured response is refused', async () => {
    const { visitor, email, password = '', key, credential } = await begin()
    const options = await optionsOf(visitor, STEP)
    expect(options.allowCredentials).toMatchObject([{ id: credential.id }])
    const captured = await key.authenticate(options, testTenant.url)
    expect((await send(visitor, STEP, captured)).next).toMatch(/\/dashboard$/)
    expect(await visitor.session()).toBe(email)
    await visitor.post('/log-out')
    await visitor.passPassword(email, password)
    await optionsOf(visitor, STEP)
    expect((await send(visitor, STEP, captured)).status).toBe(422)
    expect(await visitor.session()).toBeUndefined()
  })

  it.each([
    ['another origin', { origin: 'http://localhost:1' }],
    ['another RP ID', { rpId: 'example.com' }],
    ['the wrong ceremony', { type: 'webauthn.create' }],
    ['nobody present', { flags: { UP: false } }],
    ['a backup that can’t be one (BS without BE)', { flags: { BS: true } }],
  ])('refuses %s', async (_what, forged) => {
    const { visitor, key } = await begin()
    expect((await authenticate(visitor, STEP, key, forged)).status).toBe(422)
    expect(await visitor.session()).toBeUndefined()
  })

  it('refuses a changed signature, a foreign key and a counter that goes back', async () => {
    const { visitor, key, email, password = '' } = await begin()
    expect((await authenticate(visitor, STEP, key, { flipSignature: true })).status).toBe(422)
    const foreign = new SecurityKey()
    await foreign.enrolled('localhost')
    expect((await authenticate(visitor, STEP, foreign, { unasked: true })).status).toBe(422)
    expect((await authenticate(visitor, STEP, key, { counter: 9 })).status).toBe(200)
    await visitor.passPassword(email, password)
    expect((await authenticate(visitor, STEP, key, { counter: 8 })).status).toBe(422)
  })

  it('tells that it was cancelled', async () => {
    const { visitor } = await begin()
    expect((await send(visitor, `${STEP}/cancelled`, {})).message).toContain('try again')
  })
})
