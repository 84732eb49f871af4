import type { Flow } from '../../machines/flow.ts'
import { flows } from '../../machines/index.ts'
import { drivers } from '../drivers/index.ts'
import { CheckError } from '../errors.ts'

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
