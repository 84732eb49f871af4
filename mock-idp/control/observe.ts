import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { misbehaviours } from '../misbehaviours/index.ts'
import { moduleOf } from '../misbehaviours/types.ts'
import { type ControlEnv, read } from './env.ts'

const enqueueInput = z.strictObject({
  path: z.string().optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
})

const longestWaitMs = 30_000
const timeoutOf = (text: string | undefined) => Math.min(Number(text ?? 0) || 0, longestWaitMs)

/** What came in and happened, and what is answered instead. */
export const observe = new Hono<ControlEnv>()

observe.get('/misbehaviours', (c) =>
  c.json(
    misbehaviours.map((each) => {
      const { id, group, clause, breaks, goodClient, expect } = each
      return { id, group, clause, breaks, goodClient, expect, module: moduleOf(each) }
    }),
  ),
)
observe.post('/enqueue', async (c) => {
  c.env.idp.enqueue(await read(enqueueInput, c.req))
  return c.body(null, 204)
})
observe.get('/requests/next', async (c) => {
  const timeout = timeoutOf(c.req.query('timeout'))
  return c.json(await c.env.idp.takeRequest({ path: c.req.query('path'), timeout }))
})
/** Waits up to `timeout` ms for the first event that is newer than `after`, or until the provider closes. */
observe.get('/events', async (c) => {
  const { events } = c.env.state
  const after = Number(c.req.query('after') ?? 0) || 0
  const wanted = c.req.query('directory')
  const found = () =>
    events.after(after).filter(({ directory }) => wanted === undefined || directory === wanted)
  const gone = new AbortController()
  const signal = AbortSignal.any([gone.signal, c.env.ending])
  const stop = events.subscribe(() => found().length > 0 && gone.abort())
  if (found().length === 0)
    await wait(timeoutOf(c.req.query('timeout')), undefined, { signal, ref: false }).catch(() => undefined)
  stop()
  return c.json(found())
})
observe.post('/reset', async (c) => {
  await c.env.idp.reset()
  return c.body(null, 204)
})
