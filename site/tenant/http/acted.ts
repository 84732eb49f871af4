import type { Act, Did, Fields } from '../events.ts'
import { firstAddress } from '../keep-mail.ts'
import type { TenantScreenId } from '../screens/screens.tsx'
import type { Action, Ctx } from './context.ts'

interface Doer {
  at?: Act['at']
  /** Address of the account that does it; null where no account is known. Default: the visit's. */
  whose?: string | null
}

/** Notes what a person does by this request. The stream tells it with what the answer shows. */
export function acted(c: Ctx, did: Did, { at = 'product', whose = holderOf(c) }: Doer = {}): void {
  const isInvited = whose !== null && whose !== firstAddress(c.var.sandbox.id)
  const act: Omit<Act, 'shown'> = { kind: 'act', at, ...(isInvited ? { by: 'invited' } : {}), did }
  c.set('acts', [...(c.var.acts ?? []), act])
}

/** An unknown address belongs to no account. */
const holderOf = ({ var: { visit } }: Ctx) => (visit && visit.account_id !== null ? visit.email : null)

/** Notes that a form, a button or a link of a screen is used. Without `press` the label is a value, or a list sends the form. */
export function used(
  c: Ctx,
  screen: TenantScreenId,
  press: string | undefined,
  fields: Fields = {},
  doer: Doer = {},
): void {
  acted(c, { what: 'send', screen, ...(press === undefined ? {} : { press }), fields }, doer)
}

/** An action behind a button without fields. */
export const pressed =
  (screen: TenantScreenId, press: string, action: Action): Action =>
  async (c) => {
    used(c, screen, press)
    return action(c)
  }
