import { describe, expect, test, vi } from 'vitest'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import type { StreamedEvent } from './read-event.ts'
import { type Control, SandboxError, type SandboxStatus } from './sandbox.ts'
import { LiveSession } from './session.ts'

const HOUR = 3_600_000

/** A tenant that can break off its stream, be away, and drop the sandbox. */
class Tenant {
  events: StreamedEvent[] = []
  /** Where each connection began. */
  asked: number[] = []
  ahead = 0
  isAway = false
  isDropped = false
  #connections = new Set<ReadableStreamDefaultController<StreamedEvent>>()

  #answer() {
    if (this.isDropped) throw new SandboxError('not-found', 'There is no such sandbox.')
    if (this.isAway) throw new SandboxError('unreachable', 'The tenant can’t be reached.')
  }

  readonly control = {
    status: async (): Promise<SandboxStatus> => {
      this.#answer()
      return { now: Date.now() + this.ahead, lastEvent: this.events.length, hasProvider: true }
    },
    mail: async () => undefined,
    events: async (_: AbortSignal, from: number) => {
      this.#answer()
      this.asked.push(from)
      return new ReadableStream<StreamedEvent>({
        start: (connection) => {
          for (const event of this.events.slice(from - 1)) connection.enqueue(event)
          this.#connections.add(connection)
        },
      })
    },
  } as unknown as Control

  tell(event: object) {
    const numbered = { ...event, n: this.events.length + 1 } as StreamedEvent
    this.events.push(numbered)
    for (const connection of this.#connections) connection.enqueue(numbered)
  }

  breakOff() {
    for (const connection of this.#connections) connection.error(new TypeError('network error'))
    this.#connections.clear()
  }
}

function follow(tenant: Tenant, known: { ahead?: number; lastEvent?: number } = {}) {
  const session = new LiveSession({
    ...{ pack: library, flow: flowOf(library, 'enter'), given: 'fresh', control: tenant.control },
    ...{ ahead: 0, lastEvent: 0, ...known },
  })
  const ending = new AbortController()
  const following = session.follow(ending.signal)
  return { session, following, stop: () => ending.abort() }
}

const toFront = {
  ...{ kind: 'act', at: 'product', did: { what: 'follow', link: 'front page', was: ['newest'] } },
  shown: { screen: 'front' },
}
const enter = {
  ...{ kind: 'act', at: 'product', did: { what: 'send', screen: 'front', press: 'Enter', fields: {} } },
  shown: { screen: 'name' },
}
const stateOf = ({ state }: LiveSession) => state.track.positions[0].moment.state

describe('a connection that breaks off', () => {
  test('reconnects, and what was missed is followed once', async () => {
    const tenant = new Tenant()
    const { session, stop } = follow(tenant)
    tenant.tell(toFront)
    await vi.waitFor(() => expect(stateOf(session)).toBe('front'))
    tenant.isAway = true
    tenant.breakOff()
    await vi.waitFor(() => expect(session.state.connection).toBe('lost'))
    tenant.tell(enter)
    tenant.isAway = false
    await vi.waitFor(() => expect(stateOf(session)).toBe('name'), 3_000)
    expect(session.state.connection).toBe('back')
    expect(session.state.track.own.walk).toEqual(['open-link', 'enter'])
    expect(session.state.events.map(({ n }) => n)).toEqual([1, 2])
    expect(tenant.asked).toEqual([1, 2])
    stop()
  })

  test('is given up only where the sandbox is no longer there', async () => {
    const tenant = new Tenant()
    const { following } = follow(tenant)
    await vi.waitFor(() => expect(tenant.asked).toEqual([1]))
    tenant.isDropped = true
    tenant.breakOff()
    await expect(following).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the sandbox’s clock', () => {
  const moved = { kind: 'clock', now: 0, advanced: HOUR }

  test('is the one that the tenant tells, however late a move is read', async () => {
    const tenant = new Tenant()
    tenant.ahead = 2 * HOUR
    tenant.tell(moved)
    tenant.tell(moved)
    const { session, stop } = follow(tenant, { ahead: 2 * HOUR, lastEvent: 2 })
    await session.caughtUp()
    expect(session.state.ahead).toBe(2 * HOUR)
    tenant.ahead = 3 * HOUR
    tenant.tell(moved)
    await session.caughtUp()
    expect(Math.round(session.state.ahead / 1000)).toBe((3 * HOUR) / 1000)
    stop()
  })

  test('is asked for again after the connection was lost', async () => {
    const tenant = new Tenant()
    const { session, stop } = follow(tenant)
    await vi.waitFor(() => expect(tenant.asked).toEqual([1]))
    tenant.ahead = HOUR
    tenant.breakOff()
    await vi.waitFor(() => expect(session.state.connection).toBe('back'), 3_000)
    expect(Math.round(session.state.ahead / 1000)).toBe(HOUR / 1000)
    stop()
  })
})

test('an event that nothing can be made of is passed over, and what comes after it is followed', async () => {
  const tenant = new Tenant()
  const { session, stop } = follow(tenant)
  tenant.tell(toFront)
  tenant.tell({ kind: 'unknown' })
  await session.caughtUp()
  expect(stateOf(session)).toBe('front')
  tenant.tell(enter)
  await session.caughtUp()
  expect(stateOf(session)).toBe('name')
  expect(session.state.events.map(({ n }) => n)).toEqual([1, 3])
  stop()
})
