import type { Did } from '../events.ts'
import { type Ctx, shows } from '../http/context.ts'
import type { TenantScreenId } from '../screens/screens.tsx'
import { placeOf, type Stage } from '../stages.ts'
import type { Visit } from '../store/schema.ts'

/** The button of both ceremonies, and what the person then did with the key. */
export const usedKey = ({ stage }: Visit, key: 'touch' | 'cancel', fields = {}): Did => ({
  what: 'send',
  screen: placeOf[stage].screen,
  press: 'Use security key',
  fields,
  key,
})

/** Sends the page's script on to another page. */
export function sendOn(c: Ctx, { page, screen }: { page: string; screen: TenantScreenId }) {
  shows(c, screen)
  return c.json({ next: `${c.var.base}${page}` })
}

/** Gives the page's script something to say where it is. */
export function sayThere(c: Ctx, { stage }: { stage: Stage }, message: string, status: 200 | 422) {
  shows(c, placeOf[stage].screen, message)
  return c.json({ message }, status)
}
