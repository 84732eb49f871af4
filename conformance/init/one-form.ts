import { edgesOf, screenOf } from '../../machines/model/edges.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Field, Screen } from '../../machines/model/screen.ts'
import type { FormField } from './look.ts'

/** A documented screen that the login page shows, and what nobody presses to come to the next one. */
export interface ScreenOnPage {
  /** Its id in the pack. */
  screen: string
  unneeded?: string
}

const isPassword = ({ holds }: Field) => holds.includes('password')

/** Fields that nobody types into. */
const CHOSEN = ['checkbox', 'radio', 'select']

/** The fields of a form that are left when a screen has taken its own; `undefined` where one of those is not there. */
function withoutFieldsOf({ fields = [] }: Screen, form: readonly FormField[]): FormField[] | undefined {
  const left = form.filter(({ type }) => !CHOSEN.includes(type))
  for (const field of fields) {
    const at = left.findIndex(({ type }) => (type === 'password') === isPassword(field))
    if (at < 0) return undefined
    left.splice(at, 1)
  }
  return left
}

/** The screens with fields that a button of a screen leads to. */
function nextOf({ flows, screens }: Pack, screen: string): { button: string; next: string }[] {
  return flows.flatMap((flow) =>
    edgesOf(flow)
      .filter(({ source, meta }) => !meta.refused && screenOf(flow, source) === screen)
      .flatMap(({ event, target }) => {
        const button = flow.events[event]?.press
        const next = screenOf(flow, target)
        return button !== undefined && screens[next]?.fields?.length ? [{ button, next }] : []
      }),
  )
}

/**
 * The documented screens that a login page shows at once: its first one, and those behind it whose fields are in the same form.
 * @param form the fields of the page's form
 */
export function screensOnPage(pack: Pack, first: string, form: readonly FormField[]): ScreenOnPage[] {
  const here = pack.screens[first]
  const left = here && withoutFieldsOf(here, form)
  if (!left || left.length === 0) return [{ screen: first }]
  for (const { button, next } of nextOf(pack, first)) {
    const behind = pack.screens[next]
    if (next === first || !behind || !withoutFieldsOf(behind, left)) continue
    return [{ screen: first, unneeded: button }, ...screensOnPage(pack, next, left)]
  }
  return [{ screen: first }]
}
