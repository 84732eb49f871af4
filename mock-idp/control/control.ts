import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Exchange } from '../http/exchange.ts'
import { sendResponse } from '../http/respond.ts'
import { RequestQueueEmpty } from '../log/requests.ts'
import { misbehaviours } from '../misbehaviours/index.ts'
import { moduleOf } from '../misbehaviours/types.ts'
import { type MockIdp, UnknownDirectory, UnknownMisbehaviour } from '../mock-idp.ts'

type Env = { Bindings: { idp: MockIdp } }

const misbehaveInput = z.strictObject({ misbehaviour: z.string().nullable() })
const enqueueInput = z.strictObject({
  path: z.string().optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
})

const app = new Hono<Env>().basePath('/_control')
app.onError((error, c) => {
  if (error instanceof UnknownDirectory || error instanceof RequestQueueEmpty)
    return c.json({ error: error.code, message: error.message }, 404)
  if (error instanceof UnknownMisbehaviour) return c.json({ error: error.code, message: error.message }, 400)
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return c.json(
      { error: 'BAD_INPUT', message: error instanceof z.ZodError ? z.prettifyError(error) : error.message },
      400,
    )
  throw error
})

app.get('/misbehaviours', (c) =>
  c.json(
    misbehaviours.map((each) => {
      const { id, group, clause, breaks, goodClient, expect } = each
      return { id, group, clause, breaks, goodClient, expect, module: moduleOf(each) }
    }),
  ),
)
app.put('/directories/:id/misbehaviour', async (c) => {
  const { misbehaviour } = misbehaveInput.parse(await c.req.json())
  await c.env.idp.misbehave(c.req.param('id'), misbehaviour ?? undefined)
  return c.body(null, 204)
})
app.post('/directories/:id/rotate-keys', async (c) => {
  await c.env.idp.rotateKeys(c.req.param('id'))
  return c.body(null, 204)
})
app.post('/enqueue', async (c) => {
  c.env.idp.enqueue(enqueueInput.parse(await c.req.json()))
  return c.body(null, 204)
})
app.get('/requests/next', async (c) => {
  const timeout = Math.min(Number(c.req.query('timeout') ?? 0) || 0, 30_000)
  return c.json(await c.env.idp.takeRequest({ path: c.req.query('path'), timeout }))
})

function allowed(header: string | undefined, token: string): boolean {
  const [given, known] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === known.length && timingSafeEqual(given, known)
}

/**
 * The control API under `/_control`, for tests in other languages: what a test in this one does by the handle. Takes a
 * request when it is for it; without the token it answers 401.
 */
export async function control(
  { req, res, method, path, query, body, base }: Exchange,
  idp: MockIdp,
  token: string,
) {
  if (!path.startsWith('/_control/')) return false
  if (!allowed(req.headers.authorization, token)) {
    await sendResponse(
      res,
      Response.json(
        { error: 'UNAUTHORIZED', message: 'Send the control token as a bearer token.' },
        { status: 401 },
      ),
    )
    return true
  }
  const url = new URL(path, base)
  url.search = query.toString()
  const request = new Request(url, { method, ...(body.length > 0 && { body: new Uint8Array(body) }) })
  await sendResponse(res, await app.fetch(request, { idp }))
  return true
}
