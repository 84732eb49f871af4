import type { Field, Screen } from '../../machines/model/screen.ts'
import { nearness } from '../page/label.ts'
import { elementAt, type Override, type Place, textsOf } from '../targets/overrides.ts'
import type { FieldKind, FieldSeen, PageSeen } from './seen.ts'

/** What a documented name is called here as far as the profile says it, and else the name itself. */
const namesOf = (documented: string, here: Place | false): readonly string[] =>
  (here === false ? undefined : textsOf(elementAt(here))) ?? [documented]

/** Whether a name that was seen is the documented one, or what the profile calls it. */
export const isCalled = (documented: string, here: Place | false, name: string): boolean =>
  namesOf(documented, here).some((known) => nearness(known, name) !== undefined)

const NEVER = Number.POSITIVE_INFINITY

/** The kinds of fields that may be a documented one: the surest first. */
const kindsOf: Readonly<Record<string, readonly FieldKind[]>> = {
  email: ['email', 'text'],
  password: ['password'],
  'new-password': ['password'],
  'repeated-password': ['password'],
  'one-time-code': ['code', 'text'],
  url: ['url', 'text'],
  choice: ['choice'],
}

/** What it costs to take a field that was seen for a documented one: nothing where it has the name, the more the less its kind fits. */
export function fieldCost({ label, holds }: Field, seen: FieldSeen, { labels }: Override): number {
  if (seen.name !== '' && isCalled(label, labels?.[label], seen.name)) return 0
  const place = (kindsOf[holds] ?? ['text', 'url', 'email']).indexOf(seen.kind)
  return place < 0 ? NEVER : 0.4 + 0.4 * place
}

/** What only a page for it asks for. */
const isTelling = ({ kind }: FieldSeen) => kind === 'password' || kind === 'code'

/**
 * What it costs to take a page for a screen: nothing where all has its documented name, the more the less of it is there. Where the
 * heading is the documented one, the rest counts little.
 */
export function screenCost(screen: Screen, page: PageSeen, here: Override): number {
  const { heading, fields = [], buttons: [first] = [] } = screen
  if ((screen.kind === 'mail') !== (page.mail !== undefined)) return 2
  if (here.absent !== undefined) return 0.5
  const hasHeading =
    here.heading === false || page.headings.some((one) => isCalled(heading, placeOf(here), one))
  const left = [...page.fields]
  let cost = 0
  for (const field of fields) {
    const [best] = left
      .map((seen) => ({ seen, cost: fieldCost(field, seen, here) }))
      .toSorted((a, b) => a.cost - b.cost)
    if (best && best.cost < NEVER) left.splice(left.indexOf(best.seen), 1)
    cost += Math.min(best?.cost ?? 1, 1)
  }
  cost += 0.8 * left.filter(isTelling).length
  if (
    first !== undefined &&
    ![...page.buttons, ...page.links].some((one) => isCalled(first, here.labels?.[first], one))
  )
    cost += 0.3
  return hasHeading ? cost * 0.3 : cost + 0.6
}

const placeOf = ({ heading }: Override): Place => (heading === false ? undefined : heading)
