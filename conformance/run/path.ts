import { z } from 'zod'
import { targetAddress } from '../targets/profile/address.ts'

/** One path of a plan, as plain data: it goes from the command to the process that walks it. */
export const plannedPath = z.object({
  /** `<flow>-<number>`. */
  id: z.string(),
  flow: z.string(),
  given: z.string(),
  events: z.array(z.string()),
})
export type PlannedPath = z.infer<typeof plannedPath>

/** Everything that the walking process is told. */
export const assignment = z.object({
  target: targetAddress,
  paths: z.array(plannedPath),
  /** Ids of the checks that are made beside the paths. */
  checks: z.array(z.string()).default([]),
  /** Where screenshots and results go. */
  folder: z.string(),
  workers: z.number().int().positive(),
  headed: z.boolean(),
})
export type Assignment = z.input<typeof assignment>
