import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { CheckError } from '../errors.ts'
import { flowIn, flowsIn } from '../packs/pack-of.ts'
import type { CheckResult } from '../report/result.ts'
import { whyWithout } from '../targets/profile/arranger.ts'
import type { Deployment } from '../targets/profile/deployment.ts'

/**
 * The flows of these ids; without any, all that the packs have.
 * @throws CheckError `unknown-flow`, naming the flows there are
 */
export const findFlows = (packs: readonly Pack[], ids?: readonly string[]): Flow[] =>
  ids?.length ? [...new Set(ids)].map((id) => flowIn(packs, id)) : flowsIn(packs)

/**
 * Of the wanted flows those that a deployment has, and why the others are left out.
 * @param named whether they were asked for one by one
 * @throws CheckError `unknown-flow` when one was asked for that it does not have
 */
export function flowsOf(deployment: Deployment, wanted: Flow[], named: boolean) {
  const flows: Flow[] = []
  const left: CheckResult['notChecked'] = []
  for (const flow of wanted) {
    const { id, title } = flow
    const reason = whyWithout(deployment, flow)
    if (reason && named)
      throw new CheckError('unknown-flow', `${deployment.name} does not have the flow ${id}: ${reason}`)
    if (reason) left.push({ id, title, reason })
    else flows.push(flow)
  }
  return { flows, left }
}
