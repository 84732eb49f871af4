import { z } from 'zod'

/**
 * What can be said about an obligation:
 * - `passed`: it was seen to be so
 * - `accepted`: it was seen to be otherwise, and the target's profile accepts that, with a reason
 * - `failed`: it was seen not to be so
 * - `blocked`: an earlier transition did not pass, and behind that nothing can be said of this one
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
export const evidence = z.object({
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

/** What came of one claim of a check. */
export const claimResult = z.object({
  /** Its name within the check: with the check's id it is `SES3.name`. */
  id: z.string(),
  /** What must be so. */
  statement: z.string(),
  verdict,
  /** What was seen instead, or why nothing is known. */
  observed: z.string().optional(),
})

/** What came out of one check. */
export const checked = evidence.extend({
  /** Such as `LNK1`; also the beginning of its file's name. */
  id: z.string(),
  verdict,
  claims: z.array(claimResult).default([]),
  /** Differences that are no failures. */
  notes: z.array(z.string()).optional(),
  /** Milliseconds. */
  took: z.number().optional(),
})
export type Checked = z.infer<typeof checked>
