import { isAbsolute, relative } from 'node:path'

/**
 * The folder where somebody called the command. Where that is inside a workspace, npx runs it in the folder of the workspace, and
 * names the other one as `INIT_CWD`.
 * @param here where the command runs
 */
export function folderOfCall(here: string, env: NodeJS.ProcessEnv): string {
  const { INIT_CWD: called, npm_lifecycle_event: event } = env
  if (event !== 'npx' || called === undefined) return here
  const below = relative(here, called)
  const isBelow = !below.startsWith('..') && !isAbsolute(below)
  return isBelow ? called : here
}
