import { z } from 'zod'
import { whys } from '../plan/index.ts'

/** What can be said about an obligation. `about-verdicts.ts` says what each means. */
export const verdictNames = [
  'passed',
  'accepted',
  'failed',
  'blocked',
  'not-testable',
  'inconclusive',
  'config-error',
  'harness-error',
] as const
export const verdict = z.enum(verdictNames)
export type Verdict = z.infer<typeof verdict>

const none = z.undefined().optional()

/** What a verdict does not have. */
const without = { reason: none, blockedBy: none, notPlanned: none, stack: none, until: none }

/** In one sentence why it is not `passed`. */
const reason = z.string()

/** Why no path of the plan leads over it, in the planner's word; `reason` says it in a sentence. */
const notPlanned = z.enum(whys).optional()

/** A verdict with what belongs to it: which fields there are depends on the verdict. */
export const judged = z.discriminatedUnion('verdict', [
  z.object({ ...without, verdict: z.literal('passed') }),
  z.object({
    ...without,
    verdict: z.literal('accepted'),
    reason,
    /** The reasons of the profile. */
    accepted: z.array(z.string()).min(1),
    /** The last day on which all of it is accepted, `YYYY-MM-DD`. */
    until: z.string().optional(),
  }),
  z.object({ ...without, verdict: z.literal('failed'), reason }),
  z.object({
    ...without,
    verdict: z.literal('blocked'),
    reason,
    /** Id of the transition that blocks it. */
    blockedBy: z.string(),
  }),
  z.object({ ...without, verdict: z.literal('not-testable'), reason, notPlanned }),
  z.object({ ...without, verdict: z.literal('inconclusive'), reason, notPlanned }),
  z.object({ ...without, verdict: z.literal('config-error'), reason }),
  z.object({
    ...without,
    verdict: z.literal('harness-error'),
    reason,
    /** Where in Doorstep it happened. */
    stack: z.string(),
  }),
])
export type Judged = z.infer<typeof judged>
