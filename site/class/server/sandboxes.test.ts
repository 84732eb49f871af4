import { describe, expect, test } from 'vitest'
import { ControlError } from '../../tenant/control/control-error.ts'
import { until } from '../../tenant/testing/until.ts'
import type { BoardMessage } from '../model/views.ts'
import { settings } from '../testing/class-client.ts'
import { start } from '../testing/start.ts'
import { type MakeSandbox, SandboxPool } from './sandbox-pool.ts'

const live = { mode: 'live' }
const { given } = settings

/** A tenant that numbers the sandboxes that it makes. */
function makeTenant(most = Number.POSITIVE_INFINITY) {
  const made: { given: string; credential?: unknown }[] = []
  const makeSandbox: MakeSandbox = async (wanted) => {
    if (made.length >= most) throw new ControlError(503, 'no-room', 'There is no room.')
    made.push(wanted)
    return { id: `sandbox-${made.length}` }
  }
  return { made, makeSandbox: Promise.resolve(makeSandbox) }
}

describe('sandboxes of a live class', () => {
  test('are there before people come, and each goes to one person', async () => {
    const { made, makeSandbox } = makeTenant()
    const { create, json } = await start({ makeSandbox })
    const { at, join } = await create({ ...live, expected: 3 })
    await until('they are made', async () => made.length === 3 || undefined)
    const [ada, bob] = [await join('Ada'), await join('Bob')]
    const one = await json('POST', `${at}/me/sandbox`, ada.key, { given })
    const other = await json('POST', `${at}/me/sandbox`, bob.key, { given })
    expect([one.body, other.body]).toEqual([{ id: 'sandbox-1' }, { id: 'sandbox-2' }])
    expect(made).toHaveLength(3)
  })

  test('are made when they are needed where nobody was expected, with the security key that was sent', async () => {
    const { made, makeSandbox } = makeTenant()
    const { create, json } = await start({ makeSandbox })
    const { at, join } = await create(live)
    const { key } = await join('Ada')
    const credential = { id: 'a', publicKey: 'b' }
    expect((await json('POST', `${at}/me/sandbox`, key, { given, credential })).status).toBe(201)
    expect(made).toEqual([{ given, credential }])
  })

  test('are limited for each person, and for nobody else', async () => {
    const { makeSandbox } = makeTenant()
    const { create, json } = await start({ makeSandbox, now: () => 1_800_000_000_000 })
    const { at, join } = await create(live)
    const [ada, bob] = [await join('Ada'), await join('Bob')]
    const statuses = []
    for (let n = 0; n < 11; n += 1)
      statuses.push((await json('POST', `${at}/me/sandbox`, ada.key, { given })).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429])
    expect((await json('POST', `${at}/me/sandbox`, bob.key, { given })).status).toBe(201)
  })

  test('go to nobody who was removed, to no trainer, and not to a class that walks in the model', async () => {
    const { makeSandbox } = makeTenant()
    const { create, json } = await start({ makeSandbox })
    const { at, keys, act, join } = await create(live)
    const ada = await join('Ada')
    expect((await json('POST', `${at}/me/sandbox`, keys.trainer, { given })).status).toBe(403)
    await act({ act: 'remove', who: ada.body.id })
    expect((await json('POST', `${at}/me/sandbox`, ada.key, { given })).body.error.code).toBe('removed')
    const model = await create()
    const bob = await model.join('Bob')
    const refused = await json('POST', `${model.at}/me/sandbox`, bob.key, { given })
    expect(refused.body.error.code).toBe('no-sandboxes')
  })

  test('say why, when the tenant has no room', async () => {
    const { makeSandbox } = makeTenant(0)
    const { create, json } = await start({ makeSandbox })
    const { at, join } = await create(live)
    const { key } = await join('Ada')
    const { status, body } = await json('POST', `${at}/me/sandbox`, key, { given })
    expect({ status, ...body }).toEqual({
      status: 409,
      error: { code: 'no-room', message: 'There is no room.' },
    })
  })
})

test('a sandbox that the tenant does not make is the fault of the request', async () => {
  const makeSandbox: MakeSandbox = async () => {
    throw new ControlError(400, 'bad-request', 'given: this is none.')
  }
  const { create, json } = await start({ makeSandbox: Promise.resolve(makeSandbox) })
  const { at, join } = await create(live)
  const { key } = await join('Ada')
  const { status, body } = await json('POST', `${at}/me/sandbox`, key, { given: 'nonsense' })
  expect(status).toBe(400)
  expect(body.error.message).toBe('The tenant makes no such sandbox. given: this is none.')
})

test('the board says how many are ready of those that are still needed, and to the trainer alone', async () => {
  const { makeSandbox } = makeTenant()
  const { create, open, json } = await start({ makeSandbox })
  const { at, keys, join } = await create({ ...live, expected: 3 })
  const stream = await open<BoardMessage>(at, keys.trainer)
  const until = async (wanted: object | undefined) => {
    for (;;) {
      const message = await stream.next()
      if (!message) throw new Error('The board has ended.')
      const { room } = message.data
      if (room && JSON.stringify(room.sandboxes) === JSON.stringify(wanted)) return
    }
  }
  await until({ ready: 3, wanted: 3 })
  const ada = await join('Ada')
  await until({ ready: 2, wanted: 2 })
  await json('POST', `${at}/me/sandbox`, ada.key, { given })
  await Promise.all([join('Bob'), join('Cleo')])
  await until(undefined)
  await stream.close()
  const wall = await open<BoardMessage>(at, keys.projector)
  expect((await wall.next())?.data.room).not.toHaveProperty('sandboxes')
  await wall.close()
})

test('a sandbox that has waited for so long that the tenant may have dropped it is given to nobody', async () => {
  let now = 0
  const { made, makeSandbox } = makeTenant()
  const pool = new SandboxPool(makeSandbox, () => now)
  await pool.fill(given, 2)
  now += 50 * 60 * 1000
  expect(pool.count(given)).toBe(0)
  expect(await pool.take(given)).toEqual({ id: 'sandbox-3' })
  await pool.fill(given, 2)
  expect(made).toHaveLength(5)
})
