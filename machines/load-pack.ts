import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createJiti } from 'jiti'
import * as xstate from 'xstate'
import * as authoring from './authoring.ts'
import * as machines from './index.ts'
import { definePack, type Pack, PackError, packIn } from './model/pack.ts'

/** A pack that is somewhere on disk. */
export interface PackOnDisk {
  pack: Pack
  /** Its folder, as an absolute path. */
  folder: string
  /** Its `pack.ts`, as an absolute path. */
  file: string
}

/**
 * Loads the pack of a folder. What it imports as `doorstep`, `@doorstep/machines` and `xstate` is what Doorstep itself runs with, wherever the
 * folder is.
 * @param folder has a `pack.ts` that exports a pack; relative to the working directory
 * @throws PackError in one sentence that says what to do
 */
export async function loadPack(folder: string): Promise<PackOnDisk> {
  const path = resolve(folder)
  const file = join(path, 'pack.ts')
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new PackError(folder, [`There is no folder ${path}: name the folder that has the pack's pack.ts.`])
  if (!existsSync(file))
    throw new PackError(folder, [`The folder has no pack.ts: write one that exports a pack, by definePack.`])
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    virtualModules: { doorstep: authoring, '@doorstep/machines': machines, xstate },
  })
  const exports = await jiti.import<Record<string, unknown>>(file).catch((cause: unknown) => {
    if (cause instanceof PackError) throw new PackError(`${cause.pack} in ${folder}`, cause.problems)
    const why = cause instanceof Error ? cause.message : String(cause)
    const [first = '', second = ''] = why.split('\n').map((line) => line.trim())
    throw new PackError(folder, [`Its pack.ts cannot be loaded: ${`${first} ${second}`.trim()}`], { cause })
  })
  return { pack: definePack(packIn(exports, folder)), folder: path, file }
}
