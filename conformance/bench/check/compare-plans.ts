import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { logInSso } from '../../../machines/first-login/log-in-sso.ts'
import { resetPassword } from '../../../machines/first-login/reset-password.ts'
import { capabilities } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { walk } from '../../../machines/model/walk.ts'
import type { PlannedPath } from '../../plan/flow/path.ts'
import { planFlow } from '../../plan/flow/plan-paths.ts'
import { markdownTable } from '../../report/markdown-table.ts'
import { runAssignment } from '../../run/run-assignment.ts'
import type { TargetAddress } from '../../targets/profile/address.ts'
import { xstatePaths } from '../plan/xstate-paths.ts'

const flows: Flow[] = [activateAccount, resetPassword, logInSso]
const WORKERS = 2

const ours = (flow: Flow): PlannedPath[] =>
  planFlow(flow, { capabilities, known: { passed: [], notPassed: [] }, first: 1 }).paths

function xstates(flow: Flow): PlannedPath[] {
  const inputs = Object.fromEntries(Object.keys(flow.givens).map((given) => [given, { given }]))
  return xstatePaths({ machine: flow.machine, inputs }, { all: true }).map(({ given, events }, n) => ({
    id: `${flow.id}-${n + 1}`,
    flow: flow.id,
    given,
    events: events.map(({ type }) => type),
  }))
}

/** How many transitions a plan leads over. */
function covered(paths: PlannedPath[]): number {
  const edges = paths.flatMap(({ flow: id, given, events }) => {
    const flow = flows.find((flow) => flow.id === id)
    return flow ? walk(flow, given, events).flatMap(({ edge }) => (edge ? `${id}/${edge.id}` : [])) : []
  })
  return new Set(edges).size
}

/** Both plans lead over every transition, and the same drivers walk them, one plan after the other. */
export async function comparePlans(target: TargetAddress, folder: string): Promise<string> {
  const plans = {
    Doorstep: flows.flatMap(ours),
    'xstate `getShortestPaths`, given every transition': flows.flatMap(xstates),
  }
  const measured: { name: string; paths: PlannedPath[]; seconds: number; failed: number }[] = []
  for (const [name, paths] of Object.entries(plans)) {
    const began = performance.now()
    const { runs } = await runAssignment({ target, paths, folder, workers: WORKERS, headed: false }, () => {})
    const outcomes = runs.flatMap(({ outcomes }) => outcomes)
    const failed = outcomes.filter(({ verdict }) => verdict !== 'passed').length
    measured.push({ name, paths, seconds: (performance.now() - began) / 1000, failed })
  }
  const base = measured[0]?.seconds ?? 1
  const rows = measured.map(({ name, paths, seconds, failed }) => [
    name,
    `${covered(paths)}`,
    `${paths.length}`,
    `${paths.reduce((sum, { events }) => sum + events.length, 0)}`,
    seconds.toFixed(0),
    (base / seconds).toFixed(2),
    `${failed}`,
  ])
  return [
    '**Plans, walked**',
    markdownTable(['', 'transitions', 'paths', 'steps', 'seconds', 'ours ÷ this', 'not passed'], rows),
    `${flows.map(({ id }) => id).join(', ')}, ${WORKERS} workers, from start to end of Playwright Test.`,
  ].join('\n\n')
}
