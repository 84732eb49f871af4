import type { Tenant } from '../tenant.ts'
import { ControlError } from './control-error.ts'

/** Lets the provider beside the tenant misbehave towards one sandbox; undefined: no longer. */
export async function misbehaveAt({ provider }: Tenant, sandbox: string, misbehaviour: string | undefined) {
  if (!provider) throw new ControlError(400, 'bad-request', 'No provider runs beside this tenant.')
  try {
    await provider.misbehave(sandbox, misbehaviour)
  } catch (error) {
    throw new ControlError(400, 'bad-request', error instanceof Error ? error.message : String(error))
  }
}
