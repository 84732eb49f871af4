import type { Edge } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { pressable } from '../../machines/model/screen.ts'
import { begin, choicesAt, reach } from '../../machines/model/walk.ts'
import { packOf } from '../packs/pack-of.ts'
import { isNowhere, overrideOf } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'

type Mailing = Pick<Target, 'packs' | 'overrides' | 'cannotArrange'>

/** The shortest way to a mail: who begins, what they do, and which mail the last of it sends. */
export interface WayToMail {
  flow: Flow
  given: string
  events: string[]
  mail: string
}

/** `undefined` where no flow sends a mail that the target sends, too. */
export function shortestWay(target: Mailing, flows: readonly Flow[]): WayToMail | undefined {
  const ways = flows.flatMap((flow) =>
    Object.keys(flow.givens)
      .filter((given) => !target.cannotArrange?.(flow.id, given))
      .flatMap((given) => wayFrom(target, flow, given) ?? []),
  )
  return ways.sort((one, other) => one.events.length - other.events.length)[0]
}

function wayFrom(target: Mailing, flow: Flow, given: string): WayToMail | undefined {
  const from = begin(flow, given)
  const { screens } = packOf(target.packs, flow.id)
  // The profile may say that the target sends no such mail.
  const comes = (mail: string) => {
    const { absent, labels = {} } = overrideOf(target.overrides, mail, { flow: flow.id, given })
    const screen = screens[mail]
    return absent === undefined && !(screen && pressable(screen).every((label) => isNowhere(labels[label])))
  }
  if (screens[from.screen]?.kind === 'mail' && comes(from.screen))
    return { flow, given, events: [], mail: from.screen }
  for (const { moment, events } of reach(flow, from, isByOneself(flow)))
    for (const edge of choicesAt(flow, moment)) {
      const mail = flow.events[edge.event]?.sends
      if (mail && comes(mail) && isByOneself(flow)(edge))
        return { flow, given, events: [...events, edge.event], mail }
    }
  return undefined
}

/** Whether the person does it on a page and it succeeds. */
const isByOneself =
  (flow: Flow) =>
  ({ event, meta }: Edge): boolean =>
    !meta.refused && flow.events[event]?.at === 'screen' && flow.events[event].as === undefined
