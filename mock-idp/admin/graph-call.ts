import { graphApp } from '../graph/app.ts'
import type { AdminContext } from './context.ts'

export type GraphAnswer<T> = { ok: true; body: T } | { ok: false; message: string }

/** Calls the Graph-shaped API as the admin center does: everything its pages show or change goes through here. */
export async function graphCall<T = undefined>(
  { issuer, directory }: Pick<AdminContext, 'issuer' | 'directory'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<GraphAnswer<T>> {
  const request = new Request(`http://graph.invalid/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${directory.managementToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await graphApp.fetch(request, { issuer, directory })
  const answer = response.status === 204 ? undefined : await response.json()
  return response.ok ? { ok: true, body: answer } : { ok: false, message: answer.error.message }
}
