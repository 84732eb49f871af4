import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeSchema, testDatabase } from '../../../tenant/testing/open-test-store.ts'
import { Relay } from '../../../tenant/testing/relay.ts'
import { until } from '../../../tenant/testing/until.ts'
import type { ClassEvent, LoggedEvent } from '../../model/events.ts'
import { startClasses } from '../../testing/class-client.ts'
import { move } from '../../testing/moves.ts'
import { ClassLog, TakenError } from '../log.ts'

const relay = new Relay(testDatabase ?? '')
let schema: Awaited<ReturnType<typeof makeSchema>>
let databaseUrl: string
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  schema = await makeSchema(testDatabase ?? '')
  await relay.open()
  databaseUrl = relay.through(schema.url)
})
afterAll(async () => {
  await relay.close()
  await schema.drop()
  vi.restoreAllMocks()
})

describe('classes in PostgreSQL', () => {
  it('last over a restart, and deleted ones stay deleted', async () => {
    const before = await startClasses({ databaseUrl })
    const kept = await before.create()
    const dropped = await before.create()
    const ada = await kept.join('Ada')
    await kept.me(ada.key, move(3))
    expect((await before.json('DELETE', dropped.at, dropped.keys.trainer)).status).toBe(204)
    await before.close()
    const after = await startClasses({ databaseUrl })
    expect((await after.json('POST', `${kept.at}/me`, ada.key, move(4))).status).toBe(200)
    expect((await after.json('GET', dropped.at)).status).toBe(404)
    await after.close()
  })

  it('without a connection they say when to come back, go on when it is back, and nothing is lost', async () => {
    const before = await startClasses({ databaseUrl })
    const { at, me, join, keys } = await before.create()
    const ada = await join('Ada')
    await relay.close()
    const refused = await before.ask('POST', `${at}/me`, ada.key, move(1))
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('2')
    const unknown = await before.ask('GET', '/classes/AAAAAA')
    expect(unknown.status).toBe(503)
    await relay.open()
    await until('it is back', async () => (await me(ada.key, move(2))).status === 200)
    expect((await before.ask('GET', '/classes/AAAAAA')).status).toBe(404)
    await before.close()
    const after = await startClasses({ databaseUrl })
    const { status, body } = await after.json('GET', `${at}/people/${ada.body.id}`, keys.trainer)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('Ada')
    await after.close()
  })

  it('the same events may come twice, another one under their numbers may not', async () => {
    const log = await ClassLog.open(':memory:', databaseUrl)
    const event = (n: number, who: string) =>
      ({ kind: 'left', who, n, at: 5 }) as unknown as LoggedEvent & ClassEvent
    await log.append('TWICE1', [event(1, 'a'), event(2, 'b')])
    await log.append('TWICE1', [event(1, 'a'), event(2, 'b'), event(3, 'c')])
    expect((await log.read('TWICE1')).map(({ who }) => who)).toEqual(['a', 'b', 'c'])
    await expect(log.append('TWICE1', [event(3, 'other'), event(4, 'd')])).rejects.toThrow(TakenError)
    expect((await log.read('TWICE1', 2)).map(({ who }) => who)).toEqual(['c'])
    await log.close()
  })
})
