import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as machines from '@doorstep/machines'
import * as authoring from '@doorstep/machines/authoring'
import * as mockIdp from '@doorstep/mock-idp'
import type { Pack } from '../../../machines/model/pack.ts'
import { CheckError } from '../../errors.ts'
import { importModule, whyUnreadable } from '../../packs/import-module.ts'
import { type LoadedPack, loadPack, loadPacks } from '../../packs/load-pack.ts'
import { type Deployment, defineDeployment } from './deployment.ts'
import { explain } from './explain.ts'
import { deploymentSchemaFor } from './schema.ts'

/** What a profile imports by name. */
const packages = {
  doorstep: { ...authoring, defineDeployment },
  '@doorstep/machines': machines,
  '@doorstep/mock-idp': mockIdp,
}

/** Where a profile is, for every process that needs it. */
export interface ProfileFile {
  /** As the caller named it. */
  file: string
  /** The same, absolute. */
  path: string
  /** Folder in which its transformed modules are kept. */
  cache: string
}

export interface Profile extends ProfileFile {
  deployment: Deployment
  /** What the deployment is held to. */
  packs: readonly Pack[]
  /** The same, with the files that have them. */
  loaded: readonly LoadedPack[]
}

/**
 * Reads a profile.
 * @param folder where its transformed modules are kept
 * @param wanted folders of packs that take the place of the profile's own
 * @throws CheckError `profile-unreadable`, `profile-invalid`
 */
export async function loadProfile(file: string, folder: string, wanted?: string[]): Promise<Profile> {
  const path = resolve(file)
  if (!existsSync(path))
    throw unreadable(
      `There is no profile ${file}: name the file that describes your deployment, or write one with "npx doorstep init".`,
    )
  if (statSync(path).isDirectory()) throw unreadable(`The profile ${file} is a folder: name a file in it.`)
  const found = { file, path, cache: join(folder, 'profile') }
  return { ...found, ...(await importProfile(found, wanted)) }
}

/** Imports a profile. Both the process that starts the deployment and those that walk it do. */
export async function importProfile(
  { file, path, cache }: ProfileFile,
  wanted?: string[],
): Promise<Pick<Profile, 'deployment' | 'packs' | 'loaded'>> {
  const { default: profile } = await importModule(path, packages, cache).catch((cause: unknown) => {
    const unread = whyUnreadable(cause, path)
    if (unread) throw unreadable(`The profile ${file} cannot be read: ${unread}.`, cause)
    const why = cause instanceof Error ? cause.message : String(cause)
    throw unreadable(`The profile ${file} cannot be loaded: ${why.split('\n')[0]}`, cause)
  })
  if (profile === undefined)
    throw new CheckError(
      'profile-invalid',
      `The profile ${file} has no default export: write "export default defineDeployment({ … })".`,
    )
  const loaded = wanted ? await loadPacks(wanted) : await packsOf(profile, path)
  const packs = loaded.map(({ pack }) => pack)
  const { success, error } = deploymentSchemaFor(packs).safeParse(profile)
  if (!success) throw new CheckError('profile-invalid', `In the profile ${file}, ${explain(error, profile)}`)
  const deployment = profile as Deployment
  // Node has no narrower switch that reaches every connection, and the browser is launched by the same one.
  if (deployment.ignoreHTTPSErrors) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  return { deployment, packs, loaded }
}

/** The packs that a profile names, the bundled ones where it names none. */
async function packsOf(profile: unknown, file: string): Promise<readonly LoadedPack[]> {
  const named = (profile as Partial<Deployment>).packs
  if (!Array.isArray(named)) return loadPacks()
  const folder = dirname(file)
  return Promise.all(
    named.map((pack) => (typeof pack === 'string' ? loadPack(pack, folder) : { pack, folder, file })),
  )
}

const unreadable = (message: string, cause?: unknown) =>
  new CheckError('profile-unreadable', message, { cause })
