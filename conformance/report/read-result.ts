import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CheckError } from '../errors.ts'
import { type CheckResult, checkResult } from './result.ts'

/**
 * Reads a result that `doorstep check --json` has kept.
 * @throws CheckError `result-unreadable`, naming the key that is wrong
 */
export function readResult(file: string): CheckResult {
  const refuse = (why: string) => new CheckError('result-unreadable', `${file} ${why}`)
  const parsed = checkResult.safeParse(parse(file, refuse))
  if (parsed.success) return parsed.data
  const [first, ...others] = parsed.error.issues
  const key = first?.path.length ? z.core.toDotPath(first.path) : 'the whole'
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw refuse(`is no result of this version: ${key}: ${first?.message}${more}. Create it again with --json.`)
}

function parse(file: string, refuse: (why: string) => CheckError): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw refuse('is no JSON: name a file that "doorstep check --json" has written.')
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw refuse('does not exist: name a file that "doorstep check --json" has written.')
    if (code === 'EISDIR')
      throw refuse('is a folder: name the file in it that "doorstep check --json" has written.')
    throw refuse(`cannot be read: ${message}`)
  }
}
