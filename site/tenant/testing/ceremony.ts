import type { Forgery } from '../../../machines/devices/key-answer.ts'
import type { CreationOptions, RequestOptions, SecurityKey } from '../../../machines/devices/security-key.ts'
import type { Visitor } from './visitor.ts'

/** What the server asks a security key at a step of the login. */
export async function optionsOf(visitor: Visitor, step: string): Promise<CreationOptions & RequestOptions> {
  return (await visitor.postJson(`${step}/options`)).json() as Promise<CreationOptions & RequestOptions>
}

/** Sends a security key's answer, and tells the verdict. */
export async function send(visitor: Visitor, step: string, body: unknown) {
  const response = await visitor.postJson(step, body)
  return { status: response.status, ...((await response.json()) as { next?: string; message?: string }) }
}

/** Touches a key that is being added, and answers the verdict. */
export async function register(visitor: Visitor, step: string, key: SecurityKey, forgery?: Forgery) {
  const options = await optionsOf(visitor, step)
  return send(visitor, step, await key.register(options, visitor.origin, forgery))
}

/** Touches a key that is to let in, and tells the verdict. */
export async function authenticate(visitor: Visitor, step: string, key: SecurityKey, forgery?: Forgery) {
  const options = await optionsOf(visitor, step)
  return send(visitor, step, await key.authenticate(options, visitor.origin, forgery))
}
