import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CheckError } from '../errors.ts'
import { type LoadedPack, loadPacks } from '../packs/load-pack.ts'
import { loadProfile, type Profile } from '../targets/profile/load.ts'
import { OWN_PROFILE } from '../targets/profile/profile-files.ts'

/** What the options that name packs say of their default. */
export const PACKS_HERE = 'those of doorstep.config.ts here, else the bundled one'

/**
 * The packs that are named, else those of the profile, else the bundled ones: every command means the same product.
 * @param config the profile; default: doorstep.config.ts in this folder, where there is one
 * @throws CheckError when the profile or a pack cannot be read
 */
export async function packsHere(
  named: readonly string[] = [],
  config?: string,
): Promise<readonly LoadedPack[]> {
  if (named.length > 0) return loadPacks(named)
  return (await profileHere(config))?.loaded ?? loadPacks()
}

/**
 * The profile that is named, else the one in this folder; `undefined` where there is none.
 * @param packs folders of packs that take the place of the profile's own
 * @throws CheckError when the profile or a pack cannot be read
 */
export async function profileHere(
  config: string | undefined = existsSync(OWN_PROFILE) ? OWN_PROFILE : undefined,
  packs?: string[],
): Promise<Profile | undefined> {
  if (config === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-packs-'))
  try {
    return await loadProfile(config, folder, packs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The pack that is named, else the first one here that has the flow. */
export async function packHere(named?: string, flow?: string): Promise<LoadedPack> {
  const packs = await packsHere(named ? [named] : [])
  const [first] = packs
  if (!first) throw new CheckError('pack-unreadable', 'No pack is bundled: name one with --pack.')
  return packs.find(({ pack }) => pack.flows.some(({ id }) => id === flow)) ?? first
}
