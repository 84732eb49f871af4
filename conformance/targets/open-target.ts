import type { TargetAddress } from '../run/path.ts'
import { bundledTarget } from './bundled.ts'
import type { Target } from './target.ts'

/** The target at an address, for whatever process has to reach it. */
export function openTarget({ url }: TargetAddress): Target {
  return bundledTarget(url)
}
