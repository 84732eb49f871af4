import { activateAccount } from './activate-account.ts'
import type { Flow } from './flow.ts'
import { logIn } from './log-in.ts'

/** Every flow, in the order of the documentation. */
export const flows: Flow[] = [activateAccount, logIn]

/** The flow with that id; throws with the ids there are, so that a typing error is seen at once. */
export function flowOf(id: string): Flow {
  const flow = flows.find((flow) => flow.id === id)
  if (!flow) throw new Error(`There is no flow "${id}". The flows are: ${flows.map((f) => f.id).join(', ')}.`)
  return flow
}
