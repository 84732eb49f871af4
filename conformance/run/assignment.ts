import { readFileSync } from 'node:fs'
import { assignment } from './path.ts'

/** Environment variable that names the assignment's file. */
export const ASSIGNMENT = 'DOORSTEP_ASSIGNMENT'

/** What this process has to walk, as the command has written it down. */
export function readAssignment() {
  const file = process.env[ASSIGNMENT]
  if (!file) throw new Error(`${ASSIGNMENT} is not set: these tests are started by "doorstep check".`)
  return assignment.parse(JSON.parse(readFileSync(file, 'utf8')))
}
