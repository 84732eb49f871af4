import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Limit } from '../../limit.ts'
import type { Random } from '../../tenant/secrets.ts'
import { StoreAwayError } from '../../tenant/store/store-error.ts'
import { readCode } from '../model/code.ts'
import { resultsAsCsv, resultsOf } from '../model/results.ts'
import { statementsOf } from '../model/xapi.ts'
import { joining, newClass, parsed, personAct, trainerAct, wantedSandbox } from './bodies.ts'
import { ClassError } from './class-error.ts'
import type { Classrooms } from './classrooms.ts'
import { join } from './join.ts'
import { personActs } from './person-acts.ts'
import { sandboxFor } from './sandbox-for.ts'
import { streamBoard, streamToPerson } from './streams.ts'
import { trainerActs } from './trainer-acts.ts'
import { only, stillIn, whoAsks } from './who.ts'

export interface ClassRoutesOptions {
  rooms: Classrooms
  random: Random
  now: () => number
  /** What one needs to create a class; absent where everybody may. */
  trainerKey?: string | undefined
  /** Origin of the site, for names in xAPI statements. */
  site: () => string
  /** Ends the streams. */
  ending: AbortSignal
  /** How many people a class takes. Default 300. */
  mostPeople?: number
}

/** Refused guesses before an answer to another wrong code is delayed, and by how many ms. */
const GUESSES = { burst: 20, perSecond: 1 }
const DELAY = 2_000
/** Sandboxes that one person begins. */
const SANDBOXES = { burst: 10, perSecond: 1 / 10 }
/** Classes that are created with one trainer key. */
const CREATIONS = { burst: 30, perSecond: 1 / 60 }

/** @throws ClassError where the key may not do that again yet: a person or a class, never an address */
function demand(limit: Limit, key: string): void {
  const seconds = limit.take(key)
  if (seconds === 0) return
  throw new ClassError(429, 'too-fast', `That was too fast. Try again in ${seconds} s.`, seconds)
}

/** A UUID of version 8 (RFC 9562 section 5.8) for a text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

const jsonOf = async (c: Context): Promise<unknown> => c.req.json().catch(() => undefined)

/** Everything that pages ask a class for, below `/class-api`. */
export function classRoutes({
  rooms,
  random,
  now,
  trainerKey,
  site,
  ending,
  mostPeople = 300,
}: ClassRoutesOptions): Hono {
  const acts = new Limit({ burst: 40, perSecond: 8, now })
  const joins = new Limit({ burst: 400, perSecond: 60, now })
  const sandboxes = new Limit({ ...SANDBOXES, now })
  const guesses = new Limit({ ...GUESSES, now })
  const creations = new Limit({ ...CREATIONS, now })

  /** The class of the address. Someone who tries codes waits longer and longer, and nobody else does. */
  const roomOf = async (c: Context) => {
    const code = readCode(c.req.param('code') ?? '')
    try {
      if (!code) throw new ClassError(404, 'no-such-class', 'A class code has six letters and digits.')
      return await rooms.find(code)
    } catch (error) {
      if (guesses.take('') > 0) await new Promise((resolve) => setTimeout(resolve, DELAY))
      throw error
    }
  }

  const asTrainer = async (c: Context) => {
    const room = await roomOf(c)
    only(whoAsks(room, c), 'trainer')
    return room
  }

  const app = new Hono()
  app.use(bodyLimit({ maxSize: 256 * 1024 }))
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.onError((error, c) => {
    if (error instanceof ClassError) {
      if (error.retryAfter !== undefined) c.header('retry-after', String(error.retryAfter))
      return c.json({ error: { code: error.code, message: error.message } }, error.status)
    }
    if (error instanceof StoreAwayError) {
      c.header('retry-after', String(error.retryAfter))
      return c.json(
        { error: { code: error.code, message: 'The store can’t be reached just now. Try again.' } },
        503,
      )
    }
    console.error(error)
    return c.json({ error: { code: 'failed', message: 'The server failed. Try again.' } }, 500)
  })

  app.get('/settings', (c) =>
    c.json({ needsTrainerKey: trainerKey !== undefined, packs: rooms.packs.map(({ id }) => id) }),
  )

  app.post('/classes', async (c) => {
    const { trainerKey: given, ...settings } = parsed(newClass, await jsonOf(c))
    if (trainerKey !== undefined && given !== trainerKey) {
      if (guesses.take('trainer') > 0) await new Promise((resolve) => setTimeout(resolve, DELAY))
      throw new ClassError(
        403,
        'wrong-trainer-key',
        'The trainer key is wrong. The server printed it when it started.',
      )
    }
    if (trainerKey !== undefined) demand(creations, trainerKey)
    const { room, keys } = await rooms.create(settings)
    return c.json({ code: room.code, keys }, 201)
  })

  app.get('/classes/:code', async (c) => {
    const { code, state } = await roomOf(c)
    return c.json({ code, title: state.settings.title, closed: state.closed })
  })

  app.post('/classes/:code/join', async (c) => {
    const room = await roomOf(c)
    demand(joins, room.code)
    return c.json(await join(room, parsed(joining, await jsonOf(c)), random, mostPeople), 201)
  })

  app.get('/classes/:code/stream', async (c) => {
    const room = await roomOf(c)
    const who = whoAsks(room, c)
    const wanted = c.req.query('as')
    if (who.role === 'trainer') room.warm()
    if (wanted === 'board') only(who, 'trainer', 'projector', 'remote')
    if (wanted === 'person') only(who, 'person')
    return who.role === 'person'
      ? streamToPerson(room, who.person.id, c, ending)
      : streamBoard(room, who.role, c, ending)
  })

  app.post('/classes/:code/me', async (c) => {
    const room = await roomOf(c)
    const { person } = only(whoAsks(room, c), 'person')
    demand(acts, person.id)
    await personActs(room, stillIn(room, person), parsed(personAct, await jsonOf(c)))
    return c.json({ n: room.state.n })
  })

  app.post('/classes/:code/me/sandbox', async (c) => {
    const room = await roomOf(c)
    const { person } = only(whoAsks(room, c), 'person')
    demand(sandboxes, person.id)
    stillIn(room, person)
    return c.json(await sandboxFor(room, parsed(wantedSandbox, await jsonOf(c))), 201)
  })

  app.delete('/classes/:code/me', async (c) => {
    const room = await roomOf(c)
    await room.forget(only(whoAsks(room, c), 'person').person.id)
    return c.body(null, 204)
  })

  app.post('/classes/:code/acts', async (c) => {
    const room = await roomOf(c)
    const { role } = only(whoAsks(room, c), 'trainer', 'remote')
    demand(acts, `${room.code} ${role}`)
    const act = parsed(trainerAct, await jsonOf(c))
    if (role === 'remote' && act.act !== 'step')
      throw new ClassError(403, 'not-allowed', 'The remote goes one step forward or back, and nothing else.')
    return c.json({ n: room.state.n, concerned: await trainerActs(room, act) })
  })

  app.get('/classes/:code/people/:id', async (c) => {
    const room = await asTrainer(c)
    const { id, name, place, standing, work } = room.person(c.req.param('id'))
    return c.json({ id, name, place, standing, work })
  })

  app.delete('/classes/:code/people/:id', async (c) => {
    const room = await asTrainer(c)
    await room.forget(room.person(c.req.param('id')).id)
    return c.body(null, 204)
  })

  app.delete('/classes/:code', async (c) => {
    const room = await asTrainer(c)
    await room.append({ kind: 'ended' })
    await room.drop()
    return c.body(null, 204)
  })

  app.get('/classes/:code/results.csv', async (c) => {
    const results = resultsOf((await asTrainer(c)).state)
    return c.body(resultsAsCsv(results), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })

  app.get('/classes/:code/results.json', async (c) => c.json(resultsOf((await asTrainer(c)).state)))

  app.get('/classes/:code/results.xapi.json', async (c) =>
    c.json(statementsOf((await asTrainer(c)).state, { site: site(), uuid: uuidOf })),
  )

  return app
}
