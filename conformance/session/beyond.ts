import { edgesOf, screenOf } from '../../machines/model/edges.ts'
import { overridesFor } from './overrides.ts'
import type { Session } from './session.ts'

/** Nothing that can be seen comes after a screen that the target does not have, so nobody can say that it was passed. */
export class NothingBeyond extends Error {
  constructor(heading: string) {
    super(
      `The profile says that there is no screen “${heading}”, and nothing that comes after it can be seen: it is not known whether it was passed.`,
    )
    this.name = 'NothingBeyond'
  }
}

/**
 * The screens that come next after one that the target does not have, in any procedure of the pack; over others that it does not
 * have either. Mails are left out: they may arrive whatever is shown.
 */
export function screensBeyond(session: Session, screen: string): string[] {
  const beyond = new Set<string>()
  const visited = new Set<string>()
  const visit = (at: string) => {
    if (visited.has(at)) return
    visited.add(at)
    for (const next of nextAfter(session, at)) {
      if (overridesFor(session, next).absent !== undefined) visit(next)
      else if (session.screen(next).kind !== 'mail') beyond.add(next)
    }
  }
  visit(screen)
  beyond.delete(screen)
  return [...beyond]
}

/** Where what is done on a screen leads without being refused. */
function nextAfter({ pack }: Session, screen: string): string[] {
  return pack.flows.flatMap((flow) =>
    edgesOf(flow).flatMap(({ source, target, event, meta }) => {
      const { at, goTo, leg } = flow.events[event] ?? {}
      const isDoneThere = (at === 'screen' || at === 'key') && !goTo && !leg
      return isDoneThere && !meta.refused && screenOf(flow, source) === screen ? screenOf(flow, target) : []
    }),
  )
}
