import { z } from 'zod'
import { whys } from '../plan/index.ts'

/**
 * What can be said about an obligation:
 * - `passed`: it was seen to be so
 * - `accepted`: it was seen to be otherwise, and the target's profile accepts that, with a reason
 * - `failed`: it was seen not to be so
 * - `blocked`: an earlier transition failed, so this one was never reached
 * - `not-testable`: the target lacks what it takes; the reason names it
 * - `inconclusive`: nothing was proven either way; silence is this
 * - `config-error`: the profile, a driver or the target's set-up is wrong, not its behaviour
 */
export const verdictNames = [
  'passed',
  'accepted',
  'failed',
  'blocked',
  'not-testable',
  'inconclusive',
  'config-error',
] as const
export const verdict = z.enum(verdictNames)
export type Verdict = z.infer<typeof verdict>

/** One request of the browser. What is secret in its address stands as `…`; of what was sent, only the names are kept. */
export const exchange = z.object({
  method: z.string(),
  url: z.string(),
  /** Absent where there was no answer. */
  status: z.number().optional(),
  /** Why there was none, in the browser's words. */
  failure: z.string().optional(),
  /** What Playwright calls it: `document`, `xhr` or `fetch`. */
  type: z.string().optional(),
  /** Milliseconds until the answer began. */
  took: z.number().optional(),
  /** Names of the fields that were sent. */
  fields: z.array(z.string()).optional(),
})
export type Exchange = z.infer<typeof exchange>

/** What speaks for a verdict. */
const evidence = z.object({
  expected: z.array(z.string()),
  observed: z.array(z.string()),
  /** In one sentence why it is not `passed`. */
  reason: z.string().optional(),
  /** Where the browser was, without what is secret. */
  url: z.string().optional(),
  /** Path of a picture of the page, for what failed. */
  screenshot: z.string().optional(),
  /** What went over the wire; where all was well, only what was asked for and how it was answered. */
  wire: z.array(exchange).optional(),
})

/** What came out of one transition on one path. */
export const outcome = evidence.extend({
  /** Id of the transition in its flow: `<state>/<event>`. */
  edge: z.string(),
  verdict,
  /** Differences that are no failures. */
  notes: z.array(z.string()),
  /** What of it the target does without, and why its profile accepts that. */
  accepted: z.array(z.string()).optional(),
  /** The walk went on although it did not pass: the profile accepts that, and the screen was the right one. */
  wentOn: z.literal(true).optional(),
  /** It did not pass, but its screen was there, so that the walk could go on. */
  onScreen: z.literal(true).optional(),
  /** Id of the transition that stands in the way. */
  blockedBy: z.string().optional(),
  /** Milliseconds. */
  took: z.number(),
})
export type Outcome = z.infer<typeof outcome>

/** What came out of one path: an outcome for each transition as far as the path could be walked. */
export const pathRun = z.object({
  path: z.string(),
  outcomes: z.array(outcome),
  /** Why the path could not be begun. */
  notBegun: z.string().optional(),
})
export type PathRun = z.infer<typeof pathRun>

export const transitionResult = evidence.extend({
  id: z.string(),
  verdict,
  /** What a person does there. */
  label: z.string(),
  source: z.string(),
  target: z.string(),
  /** Why the transition is in the model: the step, sentence, clause or reason. */
  origin: z.string(),
  /** Id of the transition that stands in the way. */
  blockedBy: z.string().optional(),
  /** Why no path of the plan leads over it, in the planner's word; `reason` says it in a sentence. */
  notPlanned: z.enum(whys).optional(),
  /** Differences that are no failures. */
  notes: z.array(z.string()).optional(),
  /** What differs and is accepted, with the reasons of the profile. */
  accepted: z.array(z.string()).optional(),
  /** Milliseconds. */
  took: z.number().optional(),
  /** Address in the simulator that opens the moment. */
  replay: z.string().optional(),
  /** The command that does it again. */
  repeat: z.string().optional(),
})
export type TransitionResult = z.infer<typeof transitionResult>

/** A documented step, or a documented sentence by its key, and the transitions that stand for it. */
export const stepResult = z.object({
  id: z.string(),
  text: z.string(),
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
})

export const flowResult = z.object({
  id: z.string(),
  title: z.string(),
  verdict,
  steps: z.array(stepResult),
  sentences: z.array(stepResult),
  /** Documented sentences without a transition of their own, and why. */
  notModelled: z.array(z.object({ id: z.string(), text: z.string(), reason: z.string() })),
  gaps: z.array(gapResult),
  transitions: z.array(transitionResult),
  notes: z.array(z.string()),
})
export type FlowResult = z.infer<typeof flowResult>

/** What came out of one check. */
export const checked = evidence.extend({
  /** Such as `LNK1`; also the beginning of its file's name. */
  id: z.string(),
  verdict,
  /** Differences that are no failures. */
  notes: z.array(z.string()).optional(),
  /** Milliseconds. */
  took: z.number().optional(),
})
export type Checked = z.infer<typeof checked>

/** A check beside the walk: what its clause demands, and what was seen. */
export const checkVerdict = checked.extend({
  title: z.string(),
  /** The clauses that demand it: bare numbers are OWASP ASVS 5.0.0, NIST is SP 800-63B-4. */
  source: z.string(),
  /** Only a MUST keeps a target from conforming; what a SHOULD finds is told. */
  level: z.enum(['MUST', 'SHOULD']),
  /** Level of ASVS 5.0.0 from which on the clause binds. */
  asvsLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** The command that does it again. */
  repeat: z.string().optional(),
})
export type CheckVerdict = z.infer<typeof checkVerdict>

const counts = z.partialRecord(verdict, z.number())

/** The one shape of a result; everything printed is a rendering of it. */
export const checkResult = z.object({
  target: z.object({ name: z.string(), url: z.string(), defect: z.string().optional() }),
  /** ISO 8601. */
  date: z.string(),
  /** Seconds. */
  took: z.number(),
  plan: z.object({ paths: z.number(), steps: z.number(), cost: z.number(), lowerBound: z.number() }),
  flows: z.array(flowResult),
  /** Flows of the documentation that nobody asked this target about, and why. */
  notChecked: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
  checks: z.array(checkVerdict),
  summary: z.object({
    conforms: z.enum(['yes', 'no', 'unknown']),
    steps: counts,
    transitions: counts,
    checks: counts,
  }),
})
export type CheckResult = z.infer<typeof checkResult>
