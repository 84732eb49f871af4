import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as machines from '@doorstep/machines'
import * as authoring from '@doorstep/machines/authoring'
import { type Pack, PackError } from '../../machines/model/pack.ts'
import { sources } from '../../machines/sources.ts'
import { CheckError } from '../errors.ts'
import { importModule, whyUnreadable } from './import-module.ts'

/** A pack, and where its flows, pages and lock are. */
export interface LoadedPack {
  pack: Pack
  folder: string
  /** Absolute path of the file that exports it. */
  file: string
}

const bundled = fileURLToPath(sources)

/** What a pack imports by name. */
const packages = { doorstep: authoring, '@doorstep/machines': machines }

/** The file of a pack, in its folder. */
const PACK_FILE = 'pack.ts'

/**
 * Loads the pack of a folder, or of a file that exports one.
 * @param from the folder that the name is relative to
 * @throws CheckError `pack-unreadable`, `pack-invalid`
 */
export async function loadPack(name: string, from: string = process.cwd()): Promise<LoadedPack> {
  const path = resolve(from, name)
  if (!existsSync(path))
    throw new CheckError(
      'pack-unreadable',
      `There is no pack ${name}: name the folder that has its ${PACK_FILE}.`,
    )
  const file = statSync(path).isDirectory() ? join(path, PACK_FILE) : path
  if (!existsSync(file))
    throw new CheckError(
      'pack-unreadable',
      `The folder ${name} has no ${PACK_FILE}: write one that exports definePack({ … }).`,
    )
  const module = await importModule(file, packages).catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === PackError.name)
      throw new CheckError('pack-invalid', cause.message, { cause })
    const why = whyUnreadable(cause, file) ?? (cause instanceof Error ? cause.message.split('\n')[0] : cause)
    throw new CheckError('pack-unreadable', `The pack ${name} cannot be loaded: ${why}`, { cause })
  })
  const pack = Object.values(module).find(isPack)
  if (pack) return { pack, folder: dirname(file), file }
  throw new CheckError(
    'pack-invalid',
    `${file} exports no pack: write "export const myPack = definePack({ … })".`,
  )
}

/** Loads several packs; without any names, answers those that are bundled. */
export const loadPacks = async (names: readonly string[] = []): Promise<LoadedPack[]> =>
  names.length > 0 ? Promise.all(names.map((name) => loadPack(name))) : bundledPacks

/** The packs that come with Doorstep. */
const bundledPacks = machines.packs.map((pack): LoadedPack => {
  const folder = join(bundled, pack.id)
  return { pack, folder, file: join(folder, PACK_FILE) }
})

const isPack = (value: unknown): value is Pack =>
  typeof value === 'object' && value !== null && 'flows' in value && 'screens' in value && 'id' in value
