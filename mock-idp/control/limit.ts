import type { Directory } from '../directory/types.ts'
import { type ControlEnv, ControlError } from './env.ts'

const hourMs = 60 * 60 * 1000

/**
 * Makes room for one more directory of a class: the longest unused one goes if no one has used it for an hour. Throws
 * ControlError 503 when all are in use. Directories that the provider was started with are in no class.
 */
export async function makeRoom({ idp, state, limit }: ControlEnv['Bindings'], name: string) {
  const ofClass = (await idp.store.list()).filter(({ metadata }) => metadata?.class === name)
  const lastUse = ({ id }: Directory) => state.lastUse(id) ?? 0
  const idle = ofClass
    .filter((directory) => lastUse(directory) < Date.now() - hourMs)
    .sort((one, other) => lastUse(one) - lastUse(other))
  const tooMany = ofClass.length - limit + 1
  if (tooMany > idle.length)
    throw new ControlError(
      503,
      'DIRECTORY_LIMIT',
      `The class '${name}' has ${ofClass.length} directories, all used within the hour: delete one, or raise the limit.`,
    )
  for (const { id } of idle.slice(0, Math.max(tooMany, 0))) await idp.removeDirectory(id)
}
