import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildFailure } from 'esbuild'
import { packs as bundledPacks } from '../../../machines/index.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { CheckError } from '../../errors.ts'
import { loadPack, loadPacks } from '../../packs/load-pack.ts'
import { compileProfile } from './compile.ts'
import type { Deployment } from './deployment.ts'
import { explain } from './explain.ts'
import { deploymentSchemaFor } from './schema.ts'

export interface Profile {
  deployment: Deployment
  /** What the deployment is held to. */
  packs: readonly Pack[]
  /** As the caller named it. */
  file: string
  /** The same as a JavaScript module, for other processes. */
  compiled: string
}

/**
 * Reads a profile.
 * @param folder where the compiled one is put
 * @param wanted folders of packs that take the place of the profile's own
 * @throws CheckError `profile-unreadable`, `profile-invalid`
 */
export async function loadProfile(file: string, folder: string, wanted?: string[]): Promise<Profile> {
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
  return { ...(await importProfile(compiled, file, wanted)), file, compiled }
}

/** Imports a compiled profile. Both the process that starts the deployment and those that walk it do. */
export async function importProfile(
  compiled: string,
  file: string,
  wanted?: string[],
): Promise<Pick<Profile, 'deployment' | 'packs'>> {
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
  const packs = wanted ? (await loadPacks(wanted)).map(({ pack }) => pack) : await packsOf(profile, file)
  const { success, error } = deploymentSchemaFor(packs).safeParse(profile)
  if (!success) throw new CheckError('profile-invalid', `In the profile ${file}, ${explain(error, profile)}`)
  return { deployment: profile as Deployment, packs }
}

/** The packs that a profile names, the bundled ones where it names none. */
async function packsOf(profile: unknown, file: string): Promise<readonly Pack[]> {
  const named = (profile as Partial<Deployment>).packs
  if (!Array.isArray(named)) return bundledPacks
  return Promise.all(
    named.map(async (pack) =>
      typeof pack === 'string' ? (await loadPack(pack, dirname(resolve(file)))).pack : pack,
    ),
  )
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
