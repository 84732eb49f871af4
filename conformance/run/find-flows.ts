import type { Flow } from '../../machines/flow.ts'
import { flows } from '../../machines/index.ts'
import { drivers } from '../drivers/index.ts'
import { CheckError } from '../errors.ts'
import type { CheckResult } from '../report/result.ts'
import { whyWithout } from '../targets/profile/arranger.ts'
import type { Deployment } from '../targets/profile/deployment.ts'

const hasDriver = ({ id }: Flow) => drivers.some((driver) => driver.flow.id === id)

/** The flows that nobody has said yet how to do; they are not checked. */
export const flowsWithoutDriver = (): Flow[] => flows.filter((flow) => !hasDriver(flow))

/**
 * The flows of these ids; without any, all that have a driver.
 * @throws CheckError `unknown-flow`, naming the flows there are, or the driver that is to be written
 */
export function findFlows(ids?: string[]): Flow[] {
  if (!ids?.length) return drivers.map(({ flow }) => flow)
  return [...new Set(ids)].map((id) => {
    const flow = flows.find((flow) => flow.id === id)
    const known = flows.map(({ id }) => id).join(', ')
    if (!flow) throw new CheckError('unknown-flow', `There is no flow "${id}": choose among ${known}.`)
    if (hasDriver(flow)) return flow
    throw new CheckError(
      'unknown-flow',
      `The flow ${id} cannot be checked yet: write conformance/drivers/${id}.ts, which says how it is done.`,
    )
  })
}

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
