import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from '../../browser-install.ts'
import { loadProfile } from '../../targets/profile/load.ts'
import { startDeployment } from '../../targets/profile/start.ts'
import { comparePlans } from './compare-plans.ts'
import { compareSteps } from './compare-steps.ts'

const profile = fileURLToPath(new URL('../../targets/bundled/doorstep.config.ts', import.meta.url))

/**
 * Whole walks on the bundled tenant: our plan compared with xstate's, and a step of the harness with a handwritten
 * script.
 */
export async function checkBench(): Promise<string> {
  ensureBrowser({ headed: false })
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-bench-'))
  const { address, close } = await startDeployment(await loadProfile(profile, folder), folder)
  try {
    return [await comparePlans(address, folder), await compareSteps(address, folder)].join('\n\n')
  } finally {
    await close()
    await rm(folder, { recursive: true })
  }
}
