import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CheckError } from '../../errors.ts'
import type { Deployment } from './deployment.ts'
import { explain } from './explain.ts'
import { importModule, whyUnreadable } from './import-module.ts'
import { deploymentSchema } from './schema.ts'

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
}

/**
 * Reads a profile.
 * @param folder where its transformed modules are kept
 * @throws CheckError `profile-unreadable`, `profile-invalid`
 */
export async function loadProfile(file: string, folder: string): Promise<Profile> {
  const path = resolve(file)
  if (!existsSync(path))
    throw unreadable(
      `There is no profile ${file}: name the file that describes your deployment (conformance/targets/README.md says how to write one).`,
    )
  if (statSync(path).isDirectory()) throw unreadable(`The profile ${file} is a folder: name a file in it.`)
  const found = { file, path, cache: join(folder, 'profile') }
  return { ...found, deployment: await importProfile(found) }
}

/** Imports a profile. Both the process that starts the deployment and those that walk it do. */
export async function importProfile({ file, path, cache }: ProfileFile): Promise<Deployment> {
  const { default: profile } = await importModule(path, cache).catch((cause: unknown) => {
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
  const { success, error } = deploymentSchema.safeParse(profile)
  if (!success) throw new CheckError('profile-invalid', `In the profile ${file}, ${explain(error, profile)}`)
  return profile as Deployment
}

const unreadable = (message: string, cause?: unknown) =>
  new CheckError('profile-unreadable', message, { cause })
