import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CheckError } from '../errors.ts'

/**
 * Finds out before a run whether its report can be written after it.
 * @throws CheckError `report-unwritable`
 */
export function checkWritable(file: string): void {
  const folder = dirname(resolve(file))
  const refuse = (why: string) => {
    throw new CheckError('report-unwritable', `The report cannot be written to ${file}: ${why}`)
  }
  if (!existsSync(folder)) refuse(`there is no folder ${folder}; make it, or choose another file.`)
  if (existsSync(file) && statSync(file).isDirectory()) refuse('that is a folder; add the name of a file.')
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK)
  } catch {
    refuse('writing there is not allowed; choose another file.')
  }
}
