import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { plannedPath } from '../plan/flow/path.ts'
import { targetAddress } from '../targets/profile/address.ts'

/** Everything that the walking process needs. */
export const assignment = z.object({
  target: targetAddress,
  paths: z.array(plannedPath),
  /** Ids of the checks that are made. */
  checks: z.array(z.string()).default([]),
  /** Where screenshots and results go. */
  folder: z.string(),
  /** File to which what came of each is added at once. */
  record: z.string().optional(),
  /** Whether a person watches the progress at a terminal: it shows the time left then. */
  isWatched: z.boolean().optional(),
  workers: z.number().int().positive(),
  headed: z.boolean(),
})
export type Assignment = z.input<typeof assignment>

/** Environment variable that names the assignment's file. */
export const ASSIGNMENT = 'DOORSTEP_ASSIGNMENT'

/** What this process has to walk, as the command has written it down. */
export function readAssignment() {
  const file = process.env[ASSIGNMENT]
  if (!file) throw new Error(`${ASSIGNMENT} is not set: these tests are started by "doorstep check".`)
  return assignment.parse(JSON.parse(readFileSync(file, 'utf8')))
}
