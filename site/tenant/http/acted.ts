import type { Act, Did } from '../events.ts'
import { firstAddress } from '../keep-mail.ts'
import type { TenantScreenId } from '../screens/screens.tsx'
import type { Action, Ctx } from './context.ts'

interface Doer {
  at?: Act['at']
  /** Address of the account that does it; null where no account is known. Default: the visit's. */
  whose?: string | null
}

/** Notes what a person does by this request. It is published with what the answer shows: see {@link tellActs}. */
export function acted(c: Ctx, did: Did, { at = 'product', whose = holderOf(c) }: Doer = {}): void {
  const isInvited = whose !== null && whose !== firstAddress(c.var.sandbox.id)
  const act: Omit<Act, 'shown'> = { kind: 'act', at, ...(isInvited ? { by: 'invited' } : {}), did }
  c.set('acts', [...(c.var.acts ?? []), act])
}

/** An unknown address is nobody's. */
const holderOf = ({ var: { visit } }: Ctx) => (visit && visit.account_id !== null ? visit.email : null)

/** An action behind a button without fields. */
export const pressed =
  (screen: TenantScreenId, press: string, action: Action): Action =>
  async (c) => {
    acted(c, { what: 'send', screen, press, fields: {} })
    return action(c)
  }
