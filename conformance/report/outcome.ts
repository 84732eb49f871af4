import { z } from 'zod'
import { harnessFault } from './harness-fault.ts'
import { judged, verdict } from './verdict.ts'

/** One request of the browser. Secrets in its address are replaced by `…`; of what was sent, only the names are kept. */
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

/** What speaks for a verdict, whatever it is. */
export const evidence = z.object({
  expected: z.array(z.string()),
  observed: z.array(z.string()),
  /** Where the browser was, without what is secret. */
  url: z.string().optional(),
  /** Path of a picture of the page, for what failed. */
  screenshot: z.string().optional(),
  /** What went over the wire; where all was well, only what was asked for and how it was answered. */
  wire: z.array(exchange).optional(),
  /** What of it the target does without, and why its profile accepts that. */
  accepted: z.array(z.string()).optional(),
  /** The session is wrong: somebody is signed in too early, or nobody is after a login. */
  wrongSession: z.literal(true).optional(),
  /** The person is not offered what leads on, as the profile says: the walk ended there. */
  notOffered: z.literal(true).optional(),
})

/** What came out of one transition on one path. */
export const outcome = evidence
  .extend({
    /** Id of the transition in its flow: `<state>/<event>`. */
    edge: z.string(),
    /** Differences that are no failures. */
    notes: z.array(z.string()),
    /** The walk went on although it did not pass: the profile accepts that, and the screen was the right one. */
    wentOn: z.literal(true).optional(),
    /** It did not pass, but its screen was there, so that the walk could go on. */
    onScreen: z.literal(true).optional(),
    /** Milliseconds. */
    took: z.number(),
  })
  .and(judged)
export type Outcome = z.infer<typeof outcome>

/** What came out of one path: an outcome for each transition as far as the path could be walked. */
export const pathRun = z.object({
  path: z.string(),
  outcomes: z.array(outcome),
  /** Why the path could not be begun. */
  notBegun: z.string().optional(),
  /** The time it may take was over before its end. */
  timedOut: z.literal(true).optional(),
  /** What kept it from its end, where that was none of its transitions. */
  stopped: z.string().optional(),
  /** What of Doorstep went wrong on the way. */
  fault: harnessFault.optional(),
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
  /** It failed because someone is logged in who may not be. */
  wrongSession: z.literal(true).optional(),
  /** Name of the failed claim without which this one could not be judged. */
  behind: z.string().optional(),
})
export type ClaimResult = z.infer<typeof claimResult>

/** What is known of a check once it was made. */
export const checkFields = evidence.extend({
  /** Such as `LNK1`; also the beginning of its file's name. */
  id: z.string(),
  claims: z.array(claimResult).default([]),
  /** What ended it before its end, where something had failed before. */
  stopped: z.string().optional(),
  /** Differences that are no failures. */
  notes: z.array(z.string()).optional(),
  /** Milliseconds. */
  took: z.number().optional(),
})

/** What came out of one check. */
export const checked = checkFields.and(judged)
export type Checked = z.infer<typeof checked>
