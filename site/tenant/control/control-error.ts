import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { isGivenUp } from '../http/given-up.ts'
import { OutboxError } from '../outbox/open-outbox.ts'
import { StoreAwayError } from '../store/store-error.ts'

type ControlCode =
  | 'bad-request'
  | 'body-too-large'
  | 'not-json'
  | 'unknown-origin'
  | 'no-room'
  | 'too-many-requests'
  | 'not-found'
  | 'not-authorised'
  | 'mail-not-sent'
  | 'mail-not-found'
  | 'store-away'
  | 'internal'

/** A refusal of the control API, as it goes over the wire: `{ error: { code, message } }`. */
export class ControlError extends Error {
  override name = 'ControlError'
  readonly status: ContentfulStatusCode
  readonly code: ControlCode
  /** Seconds after which the same may be asked for again. */
  readonly retryAfter: number | undefined

  constructor(status: ContentfulStatusCode, code: ControlCode, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** Reads a JSON body; an empty one counts as `{}`. */
export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const text = await c.req.text()
  if (text !== '' && !isJson(c.req.header('content-type')))
    throw new ControlError(415, 'not-json', 'Send the body as JSON: Content-Type: application/json.')
  return readAs(schema, text === '' ? {} : parseJson(text))
}

/** @throws {ControlError} in one sentence that names what is wrong */
export function readAs<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new ControlError(400, 'bad-request', inOneLine(parsed.error))
  return parsed.data
}

const isJson = (type = '') => /^application\/json\s*(?:;|$)/i.test(type)

const inOneLine = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ControlError(400, 'bad-request', 'The body is no JSON.')
  }
}

function refusalFor(error: Error): ControlError {
  if (error instanceof ControlError) return error
  if (error instanceof OutboxError) return new ControlError(502, 'mail-not-sent', error.message)
  if (error instanceof StoreAwayError)
    return new ControlError(503, error.code, 'The store can’t be reached just now.', error.retryAfter)
  return new ControlError(500, 'internal', 'The tenant failed at this; its log says where.')
}

export function answerControlError(error: Error, c: Context): Response {
  const refused = refusalFor(error)
  if (refused.code === 'internal' && !isGivenUp(error))
    console.error(
      `The control API failed at ${c.req.method} ${c.req.routePath}: ${error.name}: ${error.message}`,
    )
  if (refused.retryAfter !== undefined) c.header('retry-after', String(refused.retryAfter))
  return c.json({ error: { code: refused.code, message: refused.message } }, refused.status)
}
