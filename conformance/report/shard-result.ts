import { z } from 'zod'
import { plannedPath } from '../plan/flow/path.ts'
import { whys } from '../plan/index.ts'
import { checked, pathRun } from './outcome.ts'

/** What one shard of a run has brought, so that "doorstep merge" can judge the whole as one run would. */
export const shardResult = z.object({
  /** From 1. */
  index: z.number(),
  of: z.number(),
  /** What the whole run was asked for. */
  asked: z.object({
    flows: z.array(z.string()),
    checks: z.array(z.string()),
    /** Only some transitions. */
    partly: z.boolean(),
    command: z.string(),
    packs: z.array(z.string()).optional(),
  }),
  paths: z.array(plannedPath),
  runs: z.array(pathRun),
  checked: z.array(checked),
  /** By flow and transition, why no path leads over it. */
  unreachable: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        verdict: z.enum(['not-testable', 'inconclusive']),
        notPlanned: z.enum(whys),
        reason: z.string(),
      }),
    ),
  ),
})
export type ShardResult = z.infer<typeof shardResult>
