import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Limit } from '../../limit.ts'
import type { Random } from '../../tenant/secrets.ts'
import { StoreAwayError } from '../../tenant/store/store-error.ts'
import { readCode } from '../model/code.ts'
import { joining, newClass, parsed, personAct, trainerAct, wantedSandbox } from './bodies.ts'
import { ClassError } from './class-error.ts'
import type { Classrooms } from './classrooms.ts'
import { Guesses } from './guesses.ts'
import { join } from './join.ts'
import { personActs } from './person-acts.ts'
import { resultRoutes } from './result-routes.ts'
import { sandboxFor } from './sandbox-for.ts'
import { streamBoard, streamToPerson } from './streams.ts'
import { trainerActs } from './trainer-acts.ts'
import { only, stillIn } from './who.ts'

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
  /** Where a request comes from, so that only those who guess codes wait. Default: all come from one network. */
  networkOf?: ((c: Context) => string) | undefined
  /** How many people a class takes. Default 300. */
  mostPeople?: number
}

/** Sandboxes that one person begins. */
const SANDBOXES = { burst: 10, perSecond: 1 / 10 }
/** Streams that one person opens, on all devices: after a gap a page tries about once a second. */
const STREAMS = { burst: 40, perSecond: 3 }
/** Classes that are created with one trainer key. */
const CREATIONS = { burst: 30, perSecond: 1 / 60 }

/** @throws ClassError where the key may not do that again yet: a person or a class, never an address */
function demand(limit: Limit, key: string): void {
  const seconds = limit.take(key)
  if (seconds === 0) return
  throw new ClassError(429, 'too-fast', `That was too fast. Try again in ${seconds} s.`, seconds)
}

/**
 * A body, which is read before anything is asked about who sends it: that can take half a minute, and the answers may differ after it.
 * A page of another origin can’t send this type without asking first (Fetch, “CORS-preflight fetch”), so it creates no class here.
 */
async function jsonOf(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new ClassError(415, 'no-json', 'Send JSON, and say so: the content type is application/json.')
  return c.req.json().catch(() => undefined)
}

/** Names, notes and walks are far below. */
const limitBody = bodyLimit({
  maxSize: 256 * 1024,
  onError: () => {
    throw new ClassError(413, 'too-large', 'That was too much at once: a request has at most 256 kB.')
  },
})

/** Everything that pages ask a class for, below `/class-api`. */
export function classRoutes({
  rooms,
  random,
  now,
  trainerKey,
  site,
  ending,
  networkOf = () => '',
  mostPeople = 300,
}: ClassRoutesOptions): Hono {
  const acts = new Limit({ burst: 40, perSecond: 8, now })
  const joins = new Limit({ burst: 400, perSecond: 60, now })
  const sandboxes = new Limit({ ...SANDBOXES, now })
  const streams = new Limit({ ...STREAMS, now })
  const guesses = new Guesses(networkOf, now)
  const creations = new Limit({ ...CREATIONS, now })

  /** The class of the address. */
  const roomOf = (c: Context, proof?: { key: string; ticket?: string | undefined }) =>
    guesses.room(
      c,
      async () => {
        const code = readCode(c.req.param('code') ?? '')
        if (!code) throw new ClassError(404, 'no-such-class', 'A class code has six letters and digits.')
        return rooms.find(code)
      },
      proof,
    )

  const asTrainer = async (c: Context) => {
    const room = await roomOf(c)
    only(guesses.who(room, c), 'trainer')
    return room
  }

  const app = new Hono()
  app.use(limitBody)
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.onError((error, c) => {
    if (error instanceof ClassError) {
      if (error.retryAfter !== undefined) c.header('retry-after', String(error.retryAfter))
      // The rest of the body is not read, so nothing can follow it.
      if (error.status === 413) c.header('connection', 'close')
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
    const { trainerKey: given, script, ...settings } = parsed(newClass, await jsonOf(c))
    if (trainerKey !== undefined) {
      guesses.trainerKey(c, given, trainerKey)
      demand(creations, trainerKey)
    }
    const { room, keys } = await rooms.create(settings, script)
    return c.json({ code: room.code, keys }, 201)
  })

  app.get('/classes/:code', async (c) => {
    const { code, state } = await roomOf(c)
    return c.json({ code, title: state.settings.title, closed: state.closed })
  })

  app.post('/classes/:code/join', async (c) => {
    const wanted = parsed(joining, await jsonOf(c))
    const room = await roomOf(c, wanted)
    demand(joins, room.code)
    return c.json(await join(room, wanted, random, mostPeople), 201)
  })

  app.get('/classes/:code/stream', async (c) => {
    const room = await roomOf(c)
    const who = guesses.who(room, c)
    demand(streams, who.role === 'person' ? who.person.id : `${room.code} ${who.role}`)
    const wanted = c.req.query('as')
    if (who.role === 'trainer') room.warm()
    if (wanted === 'board') only(who, 'trainer', 'projector', 'remote')
    if (wanted === 'person') only(who, 'person')
    return who.role === 'person'
      ? streamToPerson(room, who.person.id, c, ending)
      : streamBoard(room, who.role, c, ending)
  })

  app.post('/classes/:code/me', async (c) => {
    const body = await jsonOf(c)
    const room = await roomOf(c)
    const { person } = only(guesses.who(room, c), 'person')
    demand(acts, person.id)
    await personActs(room, stillIn(room, person), parsed(personAct, body))
    return c.json({ n: room.state.n })
  })

  app.post('/classes/:code/me/sandbox', async (c) => {
    const body = await jsonOf(c)
    const room = await roomOf(c)
    const { person } = only(guesses.who(room, c), 'person')
    demand(sandboxes, person.id)
    stillIn(room, person)
    return c.json(await sandboxFor(room, parsed(wantedSandbox, body)), 201)
  })

  app.delete('/classes/:code/me', async (c) => {
    const room = await roomOf(c)
    await room.forget(only(guesses.who(room, c), 'person').person.id)
    return c.body(null, 204)
  })

  app.post('/classes/:code/acts', async (c) => {
    const body = await jsonOf(c)
    const room = await roomOf(c)
    const { role } = only(guesses.who(room, c), 'trainer', 'remote')
    demand(acts, `${room.code} ${role}`)
    const act = parsed(trainerAct, body)
    if (role === 'remote' && act.act !== 'step')
      throw new ClassError(403, 'not-allowed', 'The remote goes one step forward or back, and nothing else.')
    const concerned = await trainerActs(room, act)
    return c.json({ n: room.state.n, concerned })
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

  app.route('/classes/:code', resultRoutes(asTrainer, site))
  app.all('*', () => {
    throw new ClassError(404, 'no-such-page', 'A class answers nothing at this address and by this method.')
  })
  return app
}
