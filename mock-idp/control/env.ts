import { z } from 'zod'
import type { MockIdp } from '../mock-idp.ts'
import type { ProviderState } from '../provider-state.ts'

/** What the handlers of the control API work on. */
export interface ControlEnv {
  Bindings: { idp: MockIdp; state: ProviderState; ending: AbortSignal; limit: number }
}

/** A refusal with its status; the body says `{ error, message }`. */
export class ControlError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 415 | 503
  readonly code: string
  constructor(status: ControlError['status'], code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The body, checked. Throws ControlError 400, which names the place. */
export async function read<T>(schema: z.ZodType<T>, request: { json(): Promise<unknown> }): Promise<T> {
  const body = await request.json().catch(() => {
    throw new ControlError(400, 'BAD_INPUT', 'The body is no JSON.')
  })
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ControlError(400, 'BAD_INPUT', z.prettifyError(parsed.error))
}
