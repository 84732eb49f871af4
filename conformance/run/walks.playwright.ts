import { test } from '@playwright/test'
import type { Flow } from '../../machines/model/flow.ts'
import { flowOf } from '../../machines/model/perform.ts'
import { begin } from '../../machines/model/walk.ts'
import { packOf } from '../packs/pack-of.ts'
import type { Outcome, PathRun } from '../report/result.ts'
import { Session } from '../session/session.ts'
import { openTarget } from '../targets/open-target.ts'
import type { Target } from '../targets/target.ts'
import { readAssignment } from './assignment.ts'
import { RESULT } from './hand-over.ts'
import { judgeFailure } from './judge-failure.ts'
import { judgeHarnessFault } from './judge-harness-fault.ts'
import { firstLine } from './mask-url.ts'
import { walkPath } from './walk-path.ts'
import { Wire } from './wire.ts'

const START = 15_000
const STEP = 10_000
/** A new one-time code comes every half minute, and where no clock can be moved one waits for it. */
const UNTIL_THE_NEXT_CODE = 30_000

const { target: address, paths, folder } = readAssignment()

for (const path of paths) {
  test(`${path.id} given ${path.given}: ${path.events.join(' → ')}`, async ({ browser, context }, info) => {
    const run: PathRun = { path: path.id, outcomes: [], notBegun: 'The target could not be prepared.' }
    const wire = new Wire(context)
    try {
      const target = await openTarget(address)
      const pack = packOf(target.packs, path.flow)
      const flow = flowOf(pack, path.flow)
      test.setTimeout(
        START + (target.arrangeWithin ?? 0) * 1000 + clicksOf(flow, path.events) * stepAt(target),
      )
      const arranged = await target.arrange(path.flow, path.given, browser)
      const session = await Session.open(context, target, pack, arranged)
      if (begin(flow, path.given).signedIn) await session.beginSignedIn()
      if (flow.signedInAtProvider?.includes(path.given)) await session.signInAtProvider()
      run.notBegun = undefined
      const record = (outcome: Outcome) => run.outcomes.push(outcome)
      await walkPath({ path, flow, session, wire, folder, record })
      await arranged.leave()
    } catch (error) {
      const fault = judgeHarnessFault(error)
      if (fault) run.fault = { reason: firstLine(error), stack: fault.stack }
      else if (run.notBegun) run.notBegun += ` ${judgeFailure(error).reason}`
      else run.stopped = judgeFailure(error).reason
      throw error
    } finally {
      wire.close()
      await info.attach(RESULT, { body: JSON.stringify(run), contentType: 'application/json' })
    }
  })
}

/** What the events of a path come to, where an event may be a whole procedure. */
function clicksOf({ events }: Flow, path: string[]): number {
  const clicks = path.map((event) => 1 + 3 * (events[event]?.leg?.events.length ?? 0))
  return clicks.reduce((sum, one) => sum + one, 0)
}

/** Milliseconds that a step may take: what is looked for may take all of the patience, before and after. */
function stepAt({ patience, capabilities }: Target): number {
  const step = Math.max(STEP, 2 * patience)
  return capabilities.includes('clock') ? step : step + UNTIL_THE_NEXT_CODE
}
