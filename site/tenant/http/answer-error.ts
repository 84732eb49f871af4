import { HTTPException } from 'hono/http-exception'
import { OutboxError } from '../outbox/open-outbox.ts'
import { StoreAwayError } from '../store/store-error.ts'
import type { Ctx } from './context.ts'
import { isGivenUp } from './given-up.ts'
import { show } from './show.tsx'

/** Whatever goes wrong is said in words; what a stack trace would tell stays inside (ASVS 5.0 16.5.1). */
export function answerError(error: Error, c: Ctx): Response | Promise<Response> {
  if (error instanceof HTTPException)
    return show(c, 'notice', { message: error.message }, error.status as 400)
  if (error instanceof OutboxError)
    return show(c, 'notice', { message: 'The mail could not be sent just now. Try again in a moment.' }, 503)
  if (error instanceof StoreAwayError) {
    console.error(`The tenant had to refuse ${c.req.method} ${c.req.routePath}: ${error.message}`)
    c.header('retry-after', String(error.retryAfter))
    return show(
      c,
      'notice',
      { message: 'Our database can’t be reached just now. Try again in a moment.' },
      503,
    )
  }
  if (isGivenUp(error)) return c.body(null, 400)
  console.error(`The tenant failed at ${c.req.method} ${c.req.routePath}: ${error.name}: ${error.message}`)
  return show(c, 'notice', { message: 'Something went wrong on our side. Try again in a moment.' }, 500)
}
