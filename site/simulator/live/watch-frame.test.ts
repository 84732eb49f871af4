import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { observe, startTrack } from '../../../machines/model/track.ts'
import type { FramePage } from './frame-pages.ts'
import type { Listener } from './next-message.ts'
import type { Live } from './open-live.ts'
import { watchFrame } from './watch-frame.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A sandbox whose stream and whose frame tell what a test says. */
function open() {
  const listeners = new Set<Listener>()
  const events: object[] = []
  const session = {
    state: { events, track: startTrack(library, flowOf(library, 'enter'), 'fresh') },
    caughtUp: async () => {},
    observe(observation: Parameters<typeof observe>[1]) {
      session.state.track = observe(session.state.track, observation)
    },
  }
  const frame = {
    isAtProduct: true,
    page: undefined as FramePage | undefined,
    on: (listener: Listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const live = { pack: library, frame, session, knowledge: { turnPage() {} }, keeper: { update() {} } }
  const stop = watchFrame(live as unknown as Live, () => false)
  return {
    stop,
    /** The frame has loaded the page of a screen. */
    show(screen: string) {
      const url = `https://library.example/${screen}`
      const page: FramePage = {
        source: 'doorstep-tenant',
        type: 'page',
        url,
        title: screen,
        screen,
        status: 200,
      }
      frame.page = page
      for (const listener of listeners) listener(page)
    },
    /** The tenant has answered with the page of a screen. */
    publish(screen: string) {
      events.push({ kind: 'act', shown: { screen } })
      session.observe({ shown: { screen } })
    },
    get followed() {
      return session.state.track.shown
    },
  }
}

test('a page that the stream does not tell of counts at once', async () => {
  const watched = open()
  watched.show('front')
  await vi.advanceTimersByTimeAsync(10)
  expect(watched.followed).toBe('front')
  watched.stop()
})

test('one that no procedure has counts once it has stayed: it may only lead on', async () => {
  const watched = open()
  watched.publish('front')
  watched.show('attic')
  await vi.advanceTimersByTimeAsync(10)
  expect(watched.followed).not.toBe('attic')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(watched.followed).toBe('attic')
  watched.stop()
})

test('a page that the stream tells of is waited for', async () => {
  const watched = open()
  watched.show('front')
  watched.publish('name')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(watched.followed).toBe('name')
  watched.show('name')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(watched.followed).toBe('name')
  watched.stop()
})

test('a page that the browser has given up for another does not count, though the tenant answers it last', async () => {
  const watched = open()
  watched.publish('front')
  watched.show('front')
  watched.publish('name')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(watched.followed).toBe('front')
  watched.stop()
})
