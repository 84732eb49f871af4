import { edgesOf, screenOf } from '../../machines/model/edges.ts'
import { isDoneThere, leadsBack } from '../packs/leads-back.ts'
import { describe, isNowhere } from '../targets/overrides.ts'
import { overridesFor } from './overrides.ts'
import type { Session } from './session.ts'

/** Nothing that can be seen comes after a screen that the target does not have, so nobody can say that it was passed. */
export class NothingBeyond extends Error {
  constructor(heading: string) {
    super(
      `The profile leaves nothing by which the screen “${heading}” could be recognised, and nothing that comes after it can be seen: it is not known whether it was reached.`,
    )
    this.name = 'NothingBeyond'
  }
}

/**
 * The profile leaves a screen nothing but a button that the screen before has, too: all of that one is still there, so nobody can say
 * which of them it is.
 */
export class Indistinct extends Error {
  constructor(session: Session, screen: string, before: string) {
    const { heading, buttons: [button] = [] } = session.screen(screen)
    const earlier = session.screen(before).heading
    super(
      `All of “${earlier}” is still there, and with \`heading: false\` in screens[${JSON.stringify(screen)}] nothing but “${button}” tells “${heading}”, which “${earlier}” has, too: it is not known which of them it is. Say there what only “${heading}” has, by \`heading: { text: … }\` or by labels[${JSON.stringify(button)}].`,
    )
    this.name = 'Indistinct'
  }
}

/** Whether the profile leaves nothing by which a screen could be recognised: no heading, no field, and no first button. */
export const isNameless = (session: Session, screen: string): boolean =>
  whatTells(session, screen)?.length === 0

/** Whether the profile leaves nothing but its first button to recognise a screen by: no heading, and no field. */
export function isKnownByButton(session: Session, screen: string): boolean {
  const [first] = session.screen(screen).buttons ?? []
  const [told, ...others] = whatTells(session, screen) ?? []
  return told !== undefined && told === first && others.length === 0
}

/** Whether the profile leaves nothing but its heading to recognise a screen by: no field, and no first button. */
export function isKnownByHeading(session: Session, screen: string): boolean {
  const { fields = [], buttons = [] } = session.screen(screen)
  const { heading, labels: here = {} } = overridesFor(session, screen)
  const labels = [...fields.map(({ label }) => label), ...buttons.slice(0, 1)]
  return heading !== false && labels.every((label) => isNowhere(here[label]))
}

/** Whether two screens have the same heading at the target. */
export function haveSameHeading(session: Session, ...screens: readonly [string, string]): boolean {
  const [one, other] = screens.map((id) => overridesFor(session, id).heading ?? session.screen(id).heading)
  if (!one || !other) return false
  return typeof one === 'function' ? one === other : describe(one) === describe(other)
}

/** Whether a login begins there: nobody is led there by being logged in. */
export function isEntrance({ pack }: Session, screen: string): boolean {
  const { login, session } = pack.roles ?? {}
  return screen === session?.entrance || screen === login?.emailForm
}

/** The labels that tell a screen without a heading: its fields and its first button; `undefined` where it has a heading. */
function whatTells(session: Session, screen: string): string[] | undefined {
  const { fields = [], buttons = [] } = session.screen(screen)
  const { heading, labels: here = {} } = overridesFor(session, screen)
  if (heading !== false) return undefined
  return [...fields.map(({ label }) => label), ...buttons.slice(0, 1)].filter(
    (label) => !isNowhere(here[label]),
  )
}

/**
 * The screens that come next after one that the target does not have, or that nothing identifies, in any procedure of the pack; over
 * others of that kind. Mails are left out: they may arrive whatever is shown.
 */
export function screensBeyond(session: Session, screen: string): string[] {
  const beyond = new Set<string>()
  const visited = new Set<string>()
  const visit = (at: string) => {
    if (visited.has(at)) return
    visited.add(at)
    for (const next of nextAfter(session, at)) {
      if (overridesFor(session, next).absent !== undefined || isNameless(session, next)) visit(next)
      else if (session.screen(next).kind !== 'mail') beyond.add(next)
    }
  }
  visit(screen)
  beyond.delete(screen)
  return [...beyond]
}

/** Where what is done on a screen leads without being refused, and not back. */
function nextAfter({ pack }: Session, screen: string): string[] {
  return pack.flows.flatMap((flow) =>
    edgesOf(flow).flatMap(({ source, target, event, meta }) => {
      if (!isDoneThere(flow, event) || meta.refused || screenOf(flow, source) !== screen) return []
      const next = screenOf(flow, target)
      return 'inferred' in meta && leadsBack(flow, next, screen) ? [] : next
    }),
  )
}
