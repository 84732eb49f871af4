import type { TargetAddress } from './profile/address.ts'
import { importProfile } from './profile/load.ts'
import { openDeployment } from './profile/open.ts'
import type { Target } from './target.ts'

/** The target at an address, for whatever process has to reach it. */
export async function openTarget(address: TargetAddress): Promise<Target> {
  const { deployment, packs } = await importProfile(address.compiled, address.file, address.packs)
  return openDeployment(deployment, address, packs)
}
