import { firstAddress } from '../keep-mail.ts'
import { hashToken, makeId, makeToken } from '../secrets.ts'
import { addSandbox, dropIdleSandboxes } from '../store/sandboxes.ts'
import type { Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant } from '../tenant.ts'
import { type Arranged, arrange } from './arrange.ts'
import type { Arrangement } from './bodies.ts'

export interface NewSandbox extends Arranged {
  id: string
  /** Opens the control API of this sandbox; only this answer contains it. */
  key: string
  /** The tenant link. */
  url: string
  /** The invited person's address. */
  email: string
}

/** Makes a sandbox with one invited person. To make room, the longest unused sandboxes are dropped. */
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
  for (const dropped of await dropIdleSandboxes(store.db, tenant.maxSandboxes - 1)) {
    store.feed.wake(dropped)
    await tenant.provider?.close(dropped)
  }
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
