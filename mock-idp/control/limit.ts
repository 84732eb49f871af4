import type { Directory } from '../directory/types.ts'
import { type ControlEnv, ControlError } from './env.ts'

const hourMs = 60 * 60 * 1000

/** All classes together have at most this many times the directories of one. */
const classes = 10

/**
 * Makes room for one more directory of a class: the longest unused one goes if no one has used it for an hour. Throws
 * ControlError 503 when all are in use. Directories that the provider was started with are in no class.
 */
export async function makeRoom(env: ControlEnv['Bindings'], name: string) {
  const { idp, limit } = env
  const classOf = ({ metadata }: Directory) => metadata?.class
  const made = async (isMeant: (directory: Directory) => boolean) => (await idp.store.list()).filter(isMeant)
  await giveUp(env, await made((each) => classOf(each) === name), limit, `The class '${name}' has`)
  const all = await made((each) => classOf(each) !== undefined)
  await giveUp(env, all, limit * classes, 'The classes together have')
}

async function giveUp(
  { idp, state }: ControlEnv['Bindings'],
  directories: Directory[],
  limit: number,
  whose: string,
) {
  const lastUse = ({ id }: Directory) => state.lastUse(id) ?? 0
  const idle = directories
    .filter((directory) => lastUse(directory) < Date.now() - hourMs)
    .sort((one, other) => lastUse(one) - lastUse(other))
  const tooMany = directories.length - limit + 1
  if (tooMany > idle.length)
    throw new ControlError(
      503,
      'DIRECTORY_LIMIT',
      `${whose} ${directories.length} directories, all used within the hour: delete one, or raise the limit.`,
    )
  for (const { id } of idle.slice(0, Math.max(tooMany, 0))) await idp.removeDirectory(id)
}
