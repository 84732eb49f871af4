import { z } from 'zod'

/** One path of a plan, as plain data: it goes from the command to the process that walks it. */
export const plannedPath = z.object({
  /** `<flow>-<number>`. */
  id: z.string(),
  flow: z.string(),
  given: z.string(),
  events: z.array(z.string()),
})
export type PlannedPath = z.infer<typeof plannedPath>
