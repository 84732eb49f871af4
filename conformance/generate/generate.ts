import { capabilities } from '../../machines/model/event.ts'
import { type Flow, isJourney } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { planFlow } from '../plan/flow/plan-paths.ts'
import { pageObjectOf, type UsedEvent, whyNot } from './page-object.ts'
import { peopleText } from './people-text.ts'
import { specText } from './spec-text.ts'

/** The specs of a pack. */
export interface Generated {
  /** Name → text; written anew each time. */
  files: Record<string, string>
  /** Name → text of what a person completes. */
  own: Record<string, string>
  /** Tests that are written, and those that are only named. */
  written: number
  left: number
}

/** Writes a Playwright spec for each flow of a pack that is no journey, which every transition is in. */
export async function generateSpecs(pack: Pack, wanted: readonly Flow[]): Promise<Generated> {
  const flows = wanted.filter((flow) => !isJourney(flow))
  const planned = flows.map((flow) => {
    const { paths } = planFlow(flow, { capabilities, known: { passed: [], notPassed: [] }, first: 1 })
    return { flow, paths }
  })
  const page = await pageObjectOf(
    pack,
    planned.flatMap(({ flow, paths }) => paths.filter((path) => isWritten(flow, path)).flatMap(usesOf(flow))),
  )
  const pageFile = `${pack.id}.page.ts`
  const all = planned.flatMap(({ flow, paths }) => paths.map((path) => isWritten(flow, path)))
  const written = all.filter(Boolean).length
  return {
    files: {
      [pageFile]: page.text,
      ...Object.fromEntries(
        planned.map(({ flow, paths }) => [`${flow.id}.spec.ts`, specText(flow, paths, page, pageFile)]),
      ),
    },
    own: { 'people.ts': peopleText(pack) },
    written,
    left: all.length - written,
  }
}

const isWritten = (flow: Flow, { events }: PlannedPath) =>
  events.every((event) => flow.events[event] && whyNot(flow.events[event]) === undefined)

const usesOf =
  (flow: Flow) =>
  ({ given, events }: PlannedPath): UsedEvent[] => {
    const moments = walk(flow, given, events)
    return events.map((event, n) => ({ flow, event, screen: moments[n]?.screen ?? '' }))
  }
