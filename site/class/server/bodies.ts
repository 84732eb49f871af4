import { z } from 'zod'
import { MOST_EVENTS } from '../model/place.ts'
import { ClassError } from './class-error.ts'

/** What every object has by birth is no name of anything. */
const id = z
  .string()
  .min(1)
  .max(120)
  .refine((name) => !(name in Object.prototype), 'nothing has this name')
const label = z.string().min(1).max(200)

const stepId = z.templateLiteral([z.string().max(120), '.', z.int()])

/** 256 bits as base64url, as a browser makes them. */
const token = z.string().regex(/^[\w-]{43}$/, 'a key has 43 characters')

const place = z.object({
  flow: id,
  given: id,
  walk: z.array(id).max(MOST_EVENTS),
  at: z.int().nonnegative().max(MOST_EVENTS),
  seen: z.object({ from: z.int().nonnegative().max(MOST_EVENTS), done: z.array(stepId).max(100) }).optional(),
})

const exercise = z.object({
  ...{ id, title: label, flow: id, given: id, goal: z.boolean() },
  see: z.array(id).max(20),
  avoid: z.array(id).max(20),
  mostWrong: z.int().nonnegative().max(100).optional(),
  hints: z.int().nonnegative().max(100),
  minutes: z.number().positive().max(480).optional(),
})

const script = z.object({
  ...{ title: label, flow: id, given: id },
  steps: z.array(z.object({ event: id, note: z.string().max(2000) })).max(MOST_EVENTS),
  opening: z.string().max(2000).optional(),
})

export const newClass = z.object({
  title: z.string().trim().min(1).max(80),
  ...{ pack: id, flow: id, given: id },
  mode: z.enum(['model', 'live']).default('model'),
  hints: z.boolean().default(true),
  branches: z.boolean().default(true),
  exercises: z.array(exercise).max(100).default([]),
  expected: z.int().nonnegative().max(300).default(0),
  keepDays: z.int().nonnegative().max(365).default(0),
  script: script.optional(),
  trainerKey: z.string().max(200).optional(),
})

export const joining = z.object({
  name: z.string().max(200).optional(),
  ...{ key: token, device: token },
  /** Of the link or the QR code. */
  ticket: z.string().max(100).optional(),
})

/** What must be true in a live sandbox; the security key that it shall know is checked by the tenant. */
export const wantedSandbox = z.object({ given: id, credential: z.unknown().optional() })

/** What a participant can ask for. */
export const personAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('move'), place, moved: z.int().nonnegative() }),
  z.object({ act: z.literal('hand'), up: z.boolean() }),
  z.object({ act: z.literal('look'), around: z.boolean() }),
  z.object({ act: z.literal('ask-hint') }),
  z.object({ act: z.literal('answer-hint'), taken: z.boolean() }),
  z.object({ act: z.literal('answer-help'), yes: z.boolean() }),
])

/** `who` is a person’s id; without it, everybody. */
const someone = { who: id.optional() }
const presenter = { presenter: id }

const happening = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('clock'),
    seconds: z
      .int()
      .min(1)
      .max(400 * 24 * 60 * 60),
  }),
  z.object({ what: z.literal('sign-out') }),
  z.object({ what: z.literal('fault'), fault: id.optional() }),
])

/** What a trainer can do. */
export const trainerAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('rename'), who: id, name: z.string().max(200) }),
  z.object({ act: z.enum(['remove', 'ban', 'readmit', 'lower-hand', 'ask-help', 'end-help']), who: id }),
  z.object({ act: z.enum(['close', 'open', 'end', 'end-exercise', 'remove-unmoved']) }),
  z.object({ act: z.literal('lead'), place, live: z.boolean().default(false), ...presenter }),
  z.object({ act: z.literal('end-lead'), ...presenter }),
  z.object({ act: z.literal('step'), by: z.union([z.literal(1), z.literal(-1)]), presenter: id.optional() }),
  z.object({ act: z.literal('hold'), on: z.boolean() }),
  z.object({ act: z.literal('bring'), flow: id, step: z.int().positive(), ...someone }),
  z.object({ act: z.literal('start-over'), flow: id, given: id, ...someone }),
  z.object({ act: z.literal('inject'), event: id, ...someone }),
  z.object({ act: z.literal('happen'), is: happening, ...someone }),
  z.object({ act: z.literal('help-move'), who: id, place }),
  z.object({ act: z.literal('offer-hint'), ...someone }),
  z.object({ act: z.literal('extra-time'), who: id, seconds: z.int().min(-7200).max(7200) }),
  z.object({ act: z.literal('start-exercise'), exercise: id }),
  z.object({ act: z.literal('set-exercises'), exercises: z.array(exercise).max(100) }),
  z.object({ act: z.literal('script'), script }),
  z.object({ act: z.enum(['ask-presenter', 'take-presenter']), ...presenter, name: z.string().max(60) }),
])

export type PersonAct = z.infer<typeof personAct>
export type TrainerAct = z.infer<typeof trainerAct>

/** @throws ClassError in one sentence that names what is wrong */
export function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.length ? `“${issue.path.join('.')}”: ` : ''
  throw new ClassError(
    400,
    'bad-request',
    `The request can’t be read: ${where}${issue?.message ?? 'it is no JSON'}.`,
  )
}
