import { z } from 'zod'

/** One path of a plan, as plain data: it goes from the command to the process that walks it. */
export const plannedPath = z.object({
  /** `<flow>-<number>`. */
  id: z.string(),
  flow: z.string(),
  given: z.string(),
  events: z.array(z.string()),
  /** For each event the place of the one before it whose target it proves to be the right one; -1 where it does not. */
  verifies: z.array(z.number()).optional(),
})
export type PlannedPath = z.infer<typeof plannedPath>
