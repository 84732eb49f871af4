import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { Ctx } from './context.ts'

const fields = z.record(z.string(), z.unknown())

/** One field of a posted form; empty where it is missing or no text. */
type FormValues<Name extends string> = Record<Name, string>

/**
 * Reads the named fields of a posted form.
 * @throws {HTTPException} 400 when the body is no form
 */
export async function readForm<const Name extends string>(
  c: Ctx,
  ...names: Name[]
): Promise<FormValues<Name>> {
  const type = c.req.header('content-type') ?? 'application/x-www-form-urlencoded'
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw notUnderstood()
  const body = fields.safeParse(await c.req.parseBody().catch(() => undefined))
  if (!body.success) throw notUnderstood()
  const values = names.map((name) => [name, z.string().catch('').parse(body.data[name])])
  return Object.fromEntries(values) as FormValues<Name>
}

const notUnderstood = () =>
  new HTTPException(400, { message: 'The form arrived damaged. Go back and send it again.' })
