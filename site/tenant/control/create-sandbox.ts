import { firstAddress } from '../keep-mail.ts'
import { hashToken, makeId, makeToken } from '../secrets.ts'
import { addSandbox, countSandboxes, dropIdleSandboxes } from '../store/sandboxes.ts'
import type { Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant } from '../tenant.ts'
import { type Arranged, arrange } from './arrange.ts'
import type { Arrangement } from './bodies.ts'
import { ControlError } from './control-error.ts'

const HOUR = 60 * 60 * 1000

export interface NewSandbox extends Arranged {
  id: string
  /** Opens the control API of this sandbox; only this answer contains it. */
  key: string
  /** The tenant link. */
  url: string
  /** The invited person's address. */
  email: string
}

/**
 * Makes a sandbox with one invited person. To make room, the longest unused sandboxes are dropped.
 * @throws {ControlError} when there is no room, because all were used within the hour
 */
export async function createSandbox(tenant: Tenant, wanted: Arrangement): Promise<NewSandbox> {
  const { store, random } = tenant
  const key = makeToken(random)
  const now = tenant.now()
  const sandbox: Sandbox = {
    id: makeId(random),
    key_hash: hashToken(key),
    tenant_name: 'Larkspur Managed Services',
    clock_offset: 0,
    created_at: now,
    used_at: now,
  }
  await makeRoom(tenant)
  await addSandbox(store.db, sandbox)
  const arranged = await arrange(tenant, sandbox, wanted)
  return {
    id: sandbox.id,
    key,
    url: `${tenant.origin}${baseOf(sandbox)}`,
    email: firstAddress(sandbox.id),
    ...arranged,
  }
}

async function makeRoom({ store, provider, maxSandboxes, now }: Tenant): Promise<void> {
  for (const dropped of await dropIdleSandboxes(store.db, maxSandboxes - 1, now() - HOUR)) {
    store.feed.wake(dropped)
    await provider?.close(dropped)
  }
  if ((await countSandboxes(store.db)) >= maxSandboxes)
    throw new ControlError(
      503,
      'no-room',
      `There are ${maxSandboxes} sandboxes, and all were used within the hour. Try again later.`,
    )
}
