import { test } from '@playwright/test'
import { flowOf } from '../../machines/index.ts'
import { begin } from '../../machines/walk.ts'
import { driverOf } from '../drivers/index.ts'
import { World } from '../drivers/world.ts'
import type { Outcome, PathRun } from '../report/result.ts'
import { openTarget } from '../targets/open-target.ts'
import type { Target } from '../targets/target.ts'
import { readAssignment } from './assignment.ts'
import { judgeFailure } from './judge-failure.ts'
import { RESULT } from './reporter.ts'
import { walkPath } from './walk-path.ts'
import { Wire } from './wire.ts'

const START = 15_000
const STEP = 10_000
/** A new one-time code comes every half minute, and where no clock can be moved one waits for it. */
const UNTIL_THE_NEXT_CODE = 30_000

const { target: address, paths, folder } = readAssignment()

for (const path of paths) {
  test(`${path.id} given ${path.given}: ${path.events.join(' → ')}`, async ({ browser, context }, info) => {
    const flow = flowOf(path.flow)
    const target = await openTarget(address)
    test.setTimeout(START + path.events.length * (driverOf(flow).clicks ?? 1) * stepAt(target))
    const run: PathRun = { path: path.id, outcomes: [], notBegun: 'The target could not be prepared.' }
    const wire = new Wire(context)
    try {
      const arranged = await target.arrange(path.flow, path.given, browser)
      const world = await World.open(context, target, arranged)
      const driver = driverOf(flow)
      if (begin(flow, path.given).signedIn) await world.beginSignedIn()
      await driver.prepare?.(world, path.given)
      run.notBegun = undefined
      const record = (outcome: Outcome) => run.outcomes.push(outcome)
      await walkPath({ path, flow, driver, world, wire, folder, record })
      await arranged.leave()
    } catch (error) {
      if (run.notBegun) run.notBegun += ` ${judgeFailure(error).reason}`
      throw error
    } finally {
      wire.close()
      await info.attach(RESULT, { body: JSON.stringify(run), contentType: 'application/json' })
    }
  })
}

/** Milliseconds that a step may take: what is looked for may take all of the patience, before and after. */
function stepAt({ patience, capabilities }: Target): number {
  const step = Math.max(STEP, 2 * patience)
  return capabilities.includes('clock') ? step : step + UNTIL_THE_NEXT_CODE
}
