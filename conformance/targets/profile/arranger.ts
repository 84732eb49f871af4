import type { Capability } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Deployment } from './deployment.ts'
import type { Arrange, Json } from './functions.ts'

/** What the profile says about how a given of a flow is arranged; nothing where it does not say it. */
export function arrangerOf({ givens }: Deployment, flow: string, given: string): Arrange<Json> | undefined {
  return typeof givens === 'function' ? givens : (givens[`${flow}/${given}`] ?? givens[given])
}

/** Why the deployment does not have a flow; `undefined` where it has. */
export function whyWithout(deployment: Deployment, { id, givens }: Flow): string | undefined {
  if (deployment.flows) return deployment.flows.includes(id) ? undefined : 'The profile does not list it.'
  const known = Object.keys(givens)
  if (known.some((given) => arrangerOf(deployment, id, given))) return undefined
  const none = `The profile arranges none of ${known.map((given) => `“${given}”`).join(', ')}.`
  const factor = known.find((given) => FACTORS.includes(given))
  return factor
    ? `${none} Without such a second factor, say givens["${id}/${factor}"]: an account with a password.`
    : none
}

/** Givens that are named after a second factor. A flow that begins with one can be walked at a product that has none, too. */
const FACTORS: readonly string[] = ['authenticator-app', 'security-key'] satisfies Capability[]
