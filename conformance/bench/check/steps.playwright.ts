import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { flowIn, packOf } from '../../packs/pack-of.ts'
import type { Outcome } from '../../report/result.ts'
import { readAssignment } from '../../run/assignment.ts'
import { walkPath } from '../../run/walk-path.ts'
import { Wire } from '../../run/wire.ts'
import { Session } from '../../session/session.ts'
import { openTarget } from '../../targets/open-target.ts'
import { logInByHand } from './by-hand.ts'
import { TIMES_FILE } from './compare-steps.ts'

/** Rounds that count; one before them warms up. */
const ROUNDS = 9
const events = [
  'open-tenant-link',
  'log-in',
  'email.registered',
  'password.right',
  'choose.authenticator-app',
  'code.right',
]

const { target: address, folder } = readAssignment()

async function timed(run: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

test('the first login, by the harness and by hand', async ({ browser }) => {
  test.setTimeout(600_000)
  const target = await openTarget(address)
  const times = { steps: events.length, harness: [] as number[], byHand: [] as number[] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [theirs, ours] = [await browser.newContext(), await browser.newContext()]
    const byHandAt = await target.arrange('log-in', 'activated')
    const page = await theirs.newPage()
    const byHand = await timed(() => logInByHand(page, byHandAt))

    const arranged = await target.arrange('log-in', 'activated')
    const session = await Session.open(ours, target, packOf(target.packs, 'log-in'), arranged)
    const outcomes: Outcome[] = []
    const harness = await timed(() =>
      walkPath({
        path: { id: 'log-in-1', flow: 'log-in', given: 'activated', events },
        flow: flowIn(target.packs, 'log-in'),
        session,
        wire: new Wire(ours),
        folder,
        record: (outcome) => outcomes.push(outcome),
      }),
    )
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(events.map(() => 'passed'))
    await Promise.all([theirs.close(), ours.close(), byHandAt.leave(), arranged.leave()])
    if (round === 0) continue
    times.harness.push(harness)
    times.byHand.push(byHand)
  }
  await writeFile(join(folder, TIMES_FILE), JSON.stringify(times))
})
