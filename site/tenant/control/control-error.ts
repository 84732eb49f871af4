import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { isGivenUp } from '../http/given-up.ts'
import { OutboxError } from '../outbox/open-outbox.ts'

type ControlCode =
  | 'bad-request'
  | 'body-too-large'
  | 'not-json'
  | 'unknown-origin'
  | 'no-room'
  | 'not-found'
  | 'not-authorised'
  | 'mail-not-sent'
  | 'mail-not-found'
  | 'internal'

/** A refusal of the control API, as it goes over the wire: `{ error: { code, message } }`. */
export class ControlError extends Error {
  override name = 'ControlError'
  readonly status: ContentfulStatusCode
  readonly code: ControlCode

  constructor(status: ContentfulStatusCode, code: ControlCode, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Reads a JSON body; an empty one counts as `{}`. */
export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const text = await c.req.text()
  if (text !== '' && !isJson(c.req.header('content-type')))
    throw new ControlError(415, 'not-json', 'Send the body as JSON: Content-Type: application/json.')
  const parsed = schema.safeParse(text === '' ? {} : parseJson(text))
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

export function answerControlError(error: Error, c: Context): Response {
  const refused =
    error instanceof ControlError
      ? error
      : error instanceof OutboxError
        ? new ControlError(502, 'mail-not-sent', error.message)
        : new ControlError(500, 'internal', 'The tenant failed at this; its log says where.')
  if (refused.code === 'internal' && !isGivenUp(error))
    console.error(
      `The control API failed at ${c.req.method} ${c.req.routePath}: ${error.name}: ${error.message}`,
    )
  return c.json({ error: { code: refused.code, message: refused.message } }, refused.status)
}
