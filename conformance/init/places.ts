import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CheckError } from '../errors.ts'
import { OWN_PROFILE } from '../targets/profile/profile-files.ts'

/** Where the files of a deployment go, from the folder where the command is called. */
export interface Places {
  profile: string
  workflow: string
  /** A folder, where a pack is drafted. */
  pack: string
}

const usual: Places = {
  profile: OWN_PROFILE,
  workflow: '.github/workflows/doorstep.yml',
  pack: 'doorstep-pack',
}

/** Names that no command and no CI takes by itself. */
const besides: Places = {
  profile: OWN_PROFILE.replace(/\.ts$/, '.new.ts'),
  workflow: `${usual.workflow}.new`,
  pack: `${usual.pack}-new`,
}

const isTaken = (folder: string, path: string) => {
  const whole = join(folder, path)
  return existsSync(whole) && (!statSync(whole).isDirectory() || readdirSync(whole).length > 0)
}

/** Those of the usual places that have something already. */
export const takenIn = (folder: string, parts: readonly (keyof Places)[]): (keyof Places)[] =>
  parts.filter((part) => isTaken(folder, usual[part]))

/** What exists, and where the new files would go beside it. */
export const takenInWords = (taken: readonly (keyof Places)[]): { there: string; beside: string } => ({
  there: `${taken.map((part) => usual[part]).join(' and ')} ${taken.length > 1 ? 'exist' : 'exists'} already`,
  beside: taken.map((part) => besides[part]).join(' and '),
})

/**
 * Where each file goes: to its usual place or, where that is taken, beside it. Nothing is ever overwritten.
 * @param beside whether it may be written beside
 * @throws CheckError `files-exist`
 */
export function placesIn(folder: string, parts: readonly (keyof Places)[], beside: boolean): Places {
  const taken = takenIn(folder, parts)
  if (taken.length === 0) return usual
  const { there, beside: names } = takenInWords(taken)
  if (!beside)
    throw new CheckError('files-exist', `${there}, so nothing is written: --beside writes ${names}.`)
  const twice = taken.filter((part) => isTaken(folder, besides[part]))
  if (twice.length > 0)
    throw new CheckError(
      'files-exist',
      `${there}, and so ${twice.length > 1 ? 'do' : 'does'} ${twice.map((part) => besides[part]).join(' and ')}: move them away. Nothing is written.`,
    )
  return { ...usual, ...Object.fromEntries(taken.map((part) => [part, besides[part]])) }
}

/** Writes files that do not exist yet. */
export function writeNew(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
  }
}
