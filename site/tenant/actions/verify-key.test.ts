import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { optionsOf, send } from '../testing/ceremony.ts'
import { SoftwareKey } from '../testing/software-key.ts'
import { startWorld, type World } from '../testing/start-world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('logging in with a security key', () => {
  const STEP = '/log-in/verify-key'
  const begin = async () => {
    const key = new SoftwareKey(world.url)
    const made = await world.sandbox({ given: 'security-key', credential: key.credential() })
    expect((await made.visitor.passPassword(made.email, made.password ?? '')).screen).toBe(
      'verify-with-security-key',
    )
    return { ...made, key }
  }

  it('lets in, and a captured response is worth nothing', async () => {
    const { visitor, email, password = '', key } = await begin()
    const options = await optionsOf(visitor, STEP)
    expect(options.allowCredentials).toMatchObject([{ id: key.credential().id }])
    const captured = key.authenticate(options)
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
    ['nobody present', { flags: 0 }],
    ['a backup that can’t be one (BS without BE)', { flags: 0x11 }],
  ])('refuses %s', async (_what, forged) => {
    const { visitor, key } = await begin()
    expect((await send(visitor, STEP, key.authenticate(await optionsOf(visitor, STEP), forged))).status).toBe(
      422,
    )
    expect(await visitor.session()).toBeUndefined()
  })

  it('refuses a changed signature, a foreign key and a counter that goes back', async () => {
    const { visitor, key, email, password = '' } = await begin()
    const good = key.authenticate(await optionsOf(visitor, STEP))
    const signature = Buffer.from(good.response.signature, 'base64url')
    signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
    const bent = { ...good, response: { ...good.response, signature: signature.toString('base64url') } }
    expect((await send(visitor, STEP, bent)).status).toBe(422)
    const foreign = new SoftwareKey(world.url)
    expect((await send(visitor, STEP, foreign.authenticate(await optionsOf(visitor, STEP)))).status).toBe(422)
    expect(
      (await send(visitor, STEP, key.authenticate(await optionsOf(visitor, STEP), { counter: 9 }))).status,
    ).toBe(200)
    await visitor.passPassword(email, password)
    expect(
      (await send(visitor, STEP, key.authenticate(await optionsOf(visitor, STEP), { counter: 8 }))).status,
    ).toBe(422)
  })

  it('tells that it was cancelled', async () => {
    const { visitor } = await begin()
    expect((await send(visitor, `${STEP}/cancelled`, {})).message).toContain('try again')
  })
})
