import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { Bell } from '../../tenant/control/bell.ts'
import { type Row, rowOf, stuckLimits } from '../model/board.ts'
import type { Person } from '../model/state.ts'
import { type BoardMessage, type RoomView, roomViewOf, viewOf } from '../model/views.ts'
import type { Classroom } from './classroom.ts'
import { ticketOf } from './guesses.ts'

/** Keeps the connection open through whatever lies between. */
const HEARTBEAT = 15_000
/** No more than ten messages a second, however much happens. */
const PACE = 100

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A connection, and what ends it before the server closes, which would wait for it. */
interface Line {
  stream: SSEStreamingApi
  ending: AbortSignal
  /** Whose key it was opened with: a person, or a role. */
  holder: string
}

/**
 * Runs `send` at once, and again after each change of what `who` sees, until the connection ends or `send` answers false. In between
 * it says that it is alive.
 */
async function whileOpen(
  room: Classroom,
  who: string,
  { stream, ending, holder }: Line,
  send: () => Promise<boolean>,
) {
  let isReplaced = false
  const isOver = () => stream.aborted || ending.aborted || isReplaced
  const bell = new Bell()
  const leave = room.lines.open(holder, () => {
    isReplaced = true
    bell.ring()
  })
  const stop = room.follow(who, bell.ring)
  stream.onAbort(bell.ring)
  ending.addEventListener('abort', bell.ring)
  try {
    await stream.write(': here\n\n')
    while (!isOver() && (await send())) {
      while (!(await bell.rung(HEARTBEAT)) && !isOver()) await stream.write(': alive\n\n')
      if (!isOver()) await pause(PACE)
    }
  } finally {
    leave()
    stop()
    ending.removeEventListener('abort', bell.ring)
  }
}

/**
 * What a participant sees, as server-sent events (HTML section 9.2): a whole view each time something in it has changed. `id` is
 * the number of the last event in it and the opening of the class, so that someone who returns with `Last-Event-ID` gets nothing
 * twice. After a restart, or from another process, they get a view in any case: the numbers of what was not stored yet are taken
 * by others then.
 */
export function streamToPerson(room: Classroom, who: string, c: Context, ending: AbortSignal): Response {
  let sent = c.req.header('last-event-id')
  return streamSSE(c, async (stream) => {
    const leave = room.connected.add(who)
    try {
      await whileOpen(room, who, { stream, ending, holder: who }, async () => {
        const person = room.state.people.get(who)
        const last = `${room.lastFor(who)}.${room.opening}`
        if (!person) return false
        if (sent !== last) {
          await stream.writeSSE({
            id: last,
            data: JSON.stringify(viewOf(room.state, person, room.now())),
          })
          sent = last
        }
        return person.status === 'in' && room.state.ended === undefined
      })
    } finally {
      leave()
    }
  })
}

/** How much of the class a key shows: a projector no names and no notes, a remote no people. */
export type Audience = 'trainer' | 'projector' | 'remote'

/** The parts of a board that a stream has sent, so that it sends what changed. */
class Sent {
  readonly #parts = new Map<string, string>()
  readonly #people = new Map<string, { person: Person; isOnline: boolean }>()

  /** Answers the part if it differs from what was sent before. */
  fresh<T>(key: string, part: T): T | undefined {
    const text = JSON.stringify(part)
    if (this.#parts.get(key) === text) return undefined
    this.#parts.set(key, text)
    return part
  }

  /** The rows of those who changed: the state of a person who did not is the same object. */
  rows(room: Classroom, withNames: boolean): Row[] {
    return [...room.state.people.values()].flatMap((person) => {
      const isOnline = room.connected.has(person.id)
      const sent = this.#people.get(person.id)
      if (sent?.person === person && sent.isOnline === isOnline) return []
      this.#people.set(person.id, { person, isOnline })
      return this.fresh(person.id, rowOf(person, isOnline, withNames)) ?? []
    })
  }

  /** Whether someone was sent who has been deleted since. */
  hasGone({ state }: Classroom): boolean {
    return [...this.#people.keys()].some((id) => !state.people.has(id))
  }

  clear() {
    this.#parts.clear()
    this.#people.clear()
  }
}

function roomFor(room: Classroom, audience: Audience): RoomView {
  const view = roomViewOf(room.state)
  if (audience === 'remote') return view
  const ticket = ticketOf(room)
  if (audience === 'trainer') return { ...view, ticket, sandboxes: room.sandboxes }
  return { ...view, ticket, script: { ...view.script, steps: [], opening: '' } }
}

/** The board: everything first, then what changed. */
export function streamBoard(room: Classroom, audience: Audience, c: Context, ending: AbortSignal): Response {
  const sent = new Sent()
  let isFirst = true
  const makeMessage = (): BoardMessage | undefined => {
    const isWhole = isFirst || sent.hasGone(room)
    isFirst = false
    if (isWhole) sent.clear()
    const rows = audience === 'remote' ? [] : sent.rows(room, audience === 'trainer')
    const view = sent.fresh('/room', roomFor(room, audience))
    const limits = audience === 'remote' ? undefined : sent.fresh('/limits', stuckLimits(room.state))
    if (rows.length === 0 && !view && !limits) return undefined
    return { n: room.state.n, now: room.now(), room: view, limits, rows, all: isWhole }
  }
  return streamSSE(c, (stream) =>
    whileOpen(room, '', { stream, ending, holder: audience }, async () => {
      const message = makeMessage()
      if (message) await stream.writeSSE({ id: String(message.n), data: JSON.stringify(message) })
      return room.state.ended === undefined
    }),
  )
}
