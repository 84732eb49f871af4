import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { Ctx } from './context.ts'

/**
 * Reads a JSON body as the page's own scripts send it.
 * @throws {HTTPException} 400 when it is something else
 */
export async function readJson<T extends z.ZodType>(c: Ctx, schema: T): Promise<z.infer<T>> {
  const body = schema.safeParse(await c.req.json().catch(() => undefined))
  if (!body.success) throw new HTTPException(400, { message: 'The request arrived damaged. Try again.' })
  return body.data
}
