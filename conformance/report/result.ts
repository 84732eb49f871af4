import { z } from 'zod'
import { comparison } from './compare/compare.ts'
import { checkFields, evidence } from './outcome.ts'
import { provenance } from './provenance.ts'
import { shardResult } from './shard-result.ts'
import { judged, verdict } from './verdict.ts'

export * from './outcome.ts'
export * from './verdict.ts'

const transitionFields = evidence.extend({
  id: z.string(),
  /** What a person does there. */
  label: z.string(),
  source: z.string(),
  target: z.string(),
  /** Why the transition is in the model: the step, sentence, clause or reason. */
  origin: z.string(),
  /** Where the pack has it: `<file>:<line>`, or only the file if the line is not known. */
  model: z.string().optional(),
  /** Differences that are no failures. */
  notes: z.array(z.string()).optional(),
  /** Milliseconds. */
  took: z.number().optional(),
  /** Address in the simulator that opens the moment. */
  replay: z.string().optional(),
  /** The command that does it again. */
  repeat: z.string().optional(),
})
export const transitionResult = transitionFields.and(judged)
export type TransitionResult = z.infer<typeof transitionResult>

/** A documented step, or a documented sentence by its key, and its transitions. */
export const stepResult = z.object({
  id: z.string(),
  text: z.string(),
  /** Where it is documented, `<file>:<line>`: on a page, else in the pack. */
  documented: z.string().optional(),
  verdict,
  transitions: z.array(z.object({ id: z.string(), verdict })),
  reason: z.string().optional(),
})
export type StepResult = z.infer<typeof stepResult>

/** Something that the documentation leaves open, or where it contradicts itself. */
const gapResult = z.object({
  id: z.string(),
  /** The step or sentence that it concerns; absent where it concerns the whole flow. */
  step: z.string().optional(),
  title: z.string(),
  text: z.string(),
  /** Whether what was walked led over what it concerns, so that a verdict rests on how the model closes it. */
  touched: z.boolean(),
  /** Where it is written in the pack, as with a transition. */
  model: z.string().optional(),
})

export const flowResult = z.object({
  id: z.string(),
  title: z.string(),
  verdict,
  steps: z.array(stepResult),
  sentences: z.array(stepResult),
  /** Documented sentences without a transition of their own, and why. */
  notModelled: z.array(
    z.object({ id: z.string(), text: z.string(), reason: z.string(), model: z.string().optional() }),
  ),
  gaps: z.array(gapResult),
  transitions: z.array(transitionResult),
  notes: z.array(z.string()),
})
export type FlowResult = z.infer<typeof flowResult>

/** A check: what its clause demands, and what was seen. */
const checkVerdictFields = checkFields.extend({
  title: z.string(),
  /** The clauses that demand it: bare numbers are OWASP ASVS 5.0.0, NIST is SP 800-63B-4. */
  source: z.string(),
  /** A target conforms when every MUST passes; a SHOULD is only reported. */
  level: z.enum(['MUST', 'SHOULD']),
  /** Level of ASVS 5.0.0 from which on the clause binds. */
  asvsLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** The command that does it again. */
  repeat: z.string().optional(),
})
export const checkVerdict = checkVerdictFields.and(judged)
export type CheckVerdict = z.infer<typeof checkVerdict>

const counts = z.partialRecord(verdict, z.number())

/** The one shape of a result; everything printed is a rendering of it. */
export const checkResult = z.object({
  target: z.object({ name: z.string(), url: z.string(), defect: z.string().optional() }),
  /** ISO 8601. */
  date: z.string(),
  /** Seconds. */
  took: z.number(),
  provenance,
  plan: z.object({ paths: z.number(), steps: z.number(), cost: z.number(), lowerBound: z.number() }),
  flows: z.array(flowResult),
  /** Flows of the documentation that nobody asked this target about, and why. */
  notChecked: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
  checks: z.array(checkVerdict),
  /** Acceptances of the profile that must be taken out of it. Each fails the run. */
  stale: z.array(
    z.object({ name: z.string(), why: z.enum(['expired', 'not-needed']), sentence: z.string() }),
  ),
  /** Only one shard of a run, to be merged with the others. */
  shard: shardResult.optional(),
  /** Beside what is known to fail. */
  baseline: comparison.extend({ file: z.string() }).optional(),
  /** Beside an earlier result. */
  against: comparison.extend({ file: z.string(), date: z.string() }).optional(),
  summary: z.object({
    conforms: z.enum(['yes', 'no', 'unknown']),
    steps: counts,
    transitions: counts,
    checks: counts,
    /** Transitions and checks that the call asks for. */
    obligations: z.object({
      planned: z.number(),
      /** Those that were tried, whatever came of it. */
      run: z.number(),
      leftOut: z.number(),
    }),
  }),
})
export type CheckResult = z.infer<typeof checkResult>
