import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildFailure } from 'esbuild'
import { CheckError } from '../../errors.ts'
import { compileProfile } from './compile.ts'
import type { Deployment } from './deployment.ts'
import { explain } from './explain.ts'
import { deploymentSchema } from './schema.ts'

export interface Profile {
  deployment: Deployment
  /** As the caller named it. */
  file: string
  /** The same as a JavaScript module, for other processes. */
  compiled: string
}

/**
 * Reads a profile.
 * @param folder where the compiled one is put
 * @throws CheckError `profile-unreadable`, `profile-invalid`
 */
export async function loadProfile(file: string, folder: string): Promise<Profile> {
  const path = resolve(file)
  if (!existsSync(path))
    throw unreadable(
      `There is no profile ${file}: name the file that describes your deployment (conformance/targets/README.md says how to write one).`,
    )
  if (statSync(path).isDirectory()) throw unreadable(`The profile ${file} is a folder: name a file in it.`)
  const compiled = join(folder, `${basename(file).replace(/\W/g, '-')}.mjs`)
  await compileProfile(path, compiled).catch((failure: BuildFailure) => {
    throw unreadable(`The profile ${file} cannot be read: ${whyNot(failure)}.`, failure)
  })
  return { deployment: await importProfile(compiled, file), file, compiled }
}

/** Imports a compiled profile. Both the process that starts the deployment and those that walk it do. */
export async function importProfile(compiled: string, file: string): Promise<Deployment> {
  const module: unknown = await import(pathToFileURL(compiled).href).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw unreadable(`The profile ${file} cannot be loaded: ${why.split('\n')[0]}`, cause)
  })
  const profile = (module as { default?: unknown }).default
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

/** The first mistake and its place; of our own line of constants, line 1 is the longer. */
function whyNot({ errors, message }: BuildFailure): string {
  const [first] = errors ?? []
  if (!first) return message
  const place = first.location ? `line ${first.location.line}: ` : ''
  return `${place}${first.text}`.replace(/\.$/, '')
}
