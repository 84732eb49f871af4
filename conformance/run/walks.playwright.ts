import { test } from '@playwright/test'
import { flowOf } from '../../machines/model/perform.ts'
import { begin } from '../../machines/model/walk.ts'
import { packOf } from '../packs/pack-of.ts'
import type { Outcome, PathRun } from '../report/result.ts'
import { Session } from '../session/session.ts'
import { openTarget } from '../targets/open-target.ts'
import type { Target } from '../targets/target.ts'
import { arrangePath } from './arrange-path.ts'
import { readAssignment } from './assignment.ts'
import { CAME, RESULT } from './hand-over.ts'
import { judgeFailure } from './judge-failure.ts'
import { judgeHarnessFault } from './judge-harness-fault.ts'
import { leaveBehind } from './leave-behind.ts'
import { firstLine } from './mask-url.ts'
import { cameOfPath } from './progress.ts'
import { timeForAll } from './time-for.ts'
import { walkPath } from './walk-path.ts'
import { Wire } from './wire.ts'

const START = 15_000

const { target: address, paths, folder } = readAssignment()

for (const path of paths) {
  test(`${path.id} given ${path.given}: ${path.events.join(' → ')}`, async ({ browser, context }, info) => {
    const run: PathRun = { path: path.id, outcomes: [], notBegun: 'The target could not be prepared.' }
    const wire = new Wire(context)
    let acceptances: Target['acceptances']
    try {
      const target = await openTarget(address)
      acceptances = target.acceptances
      const pack = packOf(target.packs, path.flow)
      const flow = flowOf(pack, path.flow)
      test.setTimeout(
        START + (target.arrangeWithin ?? 0) * 1000 + timeForAll(target, pack, flow, path.events),
      )
      const arranged = await arrangePath(target, { ...path, folder }, browser)
      await leaveBehind(arranged, async () => {
        const session = await Session.open(context, target, pack, arranged)
        const { watch } = session
        if (begin(flow, path.given).signedIn) await watch.during(session.beginSignedIn())
        if (flow.signedInAtProvider?.includes(path.given)) await watch.during(session.signInAtProvider())
        run.notBegun = undefined
        const record = (outcome: Outcome) => run.outcomes.push(outcome)
        await walkPath({ path, flow, session, wire, folder, record })
      })
    } catch (error) {
      const fault = judgeHarnessFault(error)
      if (fault) run.fault = { reason: firstLine(error), stack: fault.stack }
      else if (run.notBegun) run.notBegun += ` ${judgeFailure(error).reason}`
      else run.stopped = judgeFailure(error).reason
      throw error
    } finally {
      wire.close()
      const came = cameOfPath(run, path.flow, { acceptances })
      await info.attach(CAME, { body: JSON.stringify(came), contentType: 'application/json' })
      await info.attach(RESULT, { body: JSON.stringify(run), contentType: 'application/json' })
    }
  })
}
