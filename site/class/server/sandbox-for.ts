import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'

/** Codes with which a tenant refuses a sandbox for now: the person may try again. */
const REFUSED = ['bad-request', 'no-room']

const refusalOf = (error: unknown) =>
  error instanceof Error && 'code' in error && REFUSED.includes(String(error.code))
    ? { code: String(error.code), message: error.message }
    : undefined

/**
 * A live sandbox for someone in the class: one that was made beforehand, or a new one.
 * @throws ClassError where the class walks in the model, this server has no tenant, or the tenant refuses
 */
export async function sandboxFor(
  { state, pool }: Classroom,
  { given, credential }: { given: string; credential?: unknown },
): Promise<object> {
  if (state.settings.mode !== 'live' || !pool)
    throw new ClassError(404, 'no-sandboxes', 'This class gives out no sandboxes.')
  try {
    return await pool.take(given, credential)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    if (refusal.code === 'bad-request')
      throw new ClassError(400, refusal.code, `The tenant makes no such sandbox. ${refusal.message}`)
    throw new ClassError(409, refusal.code, refusal.message)
  }
}
