import { packs } from '@doorstep/machines'
import { misbehaviours } from '@doorstep/mock-idp'
import { tenantPack, tenantPaths } from '../products.ts'
import { type Attacked, attackedBy } from './attacked-by.ts'

/** What the pages know about the live parties, at `/live.json`. */
export interface Live {
  /** Origin of the tenant. */
  tenant: string
  /** Id of the pack that the tenant belongs to, and the flows of it that can be walked there. */
  pack: string
  flows: string[]
  /** Name of an address in the pack → its path below the tenant link of a sandbox. */
  paths: Readonly<Record<string, string>>
  /** What the bundled provider can do wrong. */
  misbehaviours: Misbehaviour[]
}

const forApplications = misbehaviours.filter(({ seenAt }) => seenAt !== 'api')

/** One misbehaviour of the provider, to choose. */
export interface Misbehaviour {
  id: string
  breaks: string
  clause: string
  goodClient: string
  /** What it is aimed at. */
  attacks: Attacked
}

/** @param tenant origin of the tenant */
export function describeLive({ tenant }: { tenant: string }): Live {
  const flows = packs.find(({ id }) => id === tenantPack)?.flows ?? []
  return {
    tenant,
    pack: tenantPack,
    flows: flows.map(({ id }) => id),
    paths: tenantPaths,
    // The application here reads no access token, so those that only APIs meet would show nothing.
    misbehaviours: forApplications.map((one) => {
      const { id, breaks, clause, goodClient } = one
      return { id, breaks, clause, goodClient, attacks: attackedBy(one) }
    }),
  }
}
