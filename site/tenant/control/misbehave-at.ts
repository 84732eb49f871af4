import type { Tenant } from '../tenant.ts'
import { ControlError } from './control-error.ts'

/** Lets the tenant's provider misbehave towards one sandbox; undefined: no longer. */
export async function misbehaveAt({ provider }: Tenant, sandbox: string, misbehaviour: string | undefined) {
  if (!provider) throw new ControlError(400, 'bad-request', 'This tenant has no provider of its own.')
  try {
    await provider.misbehave(sandbox, misbehaviour)
  } catch (error) {
    throw new ControlError(400, 'bad-request', error instanceof Error ? error.message : String(error))
  }
}
