import type { Fields } from '../events.ts'
import { acted } from '../http/acted.ts'
import { type Ctx, shows } from '../http/context.ts'
import { placeOf, type StagePage } from '../stages.ts'
import type { Visit } from '../store/schema.ts'

/** Notes that the button of a ceremony was pressed, and what the person did with the key. */
export function usedKey(c: Ctx, { stage }: Visit, key: 'touch' | 'cancel', fields: Fields = {}): void {
  acted(c, { what: 'send', screen: placeOf[stage].screen, press: 'Use security key', fields, key })
}

/** Sends the page's script on to another page. */
export function sendOn(c: Ctx, { page, screen }: StagePage) {
  shows(c, screen)
  return c.json({ next: `${c.var.base}${page}` })
}

/** Gives the page's script a message to show. */
export function sayThere(c: Ctx, { stage }: Visit, message: string, status: 200 | 422) {
  shows(c, placeOf[stage].screen, message)
  return c.json({ message }, status)
}
