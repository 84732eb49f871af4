import { edgesOf, screenOf } from '../../machines/model/edges.ts'
import { isDoneThere, leadsBack } from '../packs/leads-back.ts'
import { isNowhere } from '../targets/overrides.ts'
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

/** Whether the profile leaves nothing by which a screen could be recognised: no heading, no field, and no first button. */
export function isNameless(session: Session, screen: string): boolean {
  const { fields = [], buttons = [] } = session.screen(screen)
  const { heading, labels: here = {} } = overridesFor(session, screen)
  const identifying = [...fields.map(({ label }) => label), ...buttons.slice(0, 1)]
  return (
    heading === false &&
    identifying.every((label) => {
      const element = here[label]
      return element !== undefined && isNowhere(element)
    })
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
