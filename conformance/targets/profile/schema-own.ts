import { z } from 'zod'
import type { Documented } from '../documented.ts'
import type { OwnPages } from '../own-pages.ts'
import { element } from './schema-element.ts'
import { fn, integer, must, object, oneOf, text, texts } from './schema-parts.ts'

const seconds = integer(1, 'seconds, a whole number above 0').optional()
const count = integer(1, 'a whole number above 0').optional()
const onlyTrue = z.literal(true, must('true, or left out')).optional()

const documentedShape = {
  mailFrom: text.optional(),
  passwordKinds: z.array(oneOf(['upper', 'lower', 'digit', 'symbol'])).optional(),
  passwordKindCount: z.union([z.literal(2), z.literal(3), z.literal(4)], must('2, 3 or 4')).optional(),
  passwordLength: count,
  passwordRepeats: count,
  forbiddenWords: texts.optional(),
  attempts: count,
  codeAttempts: count,
  blockedFor: seconds,
  mailsPerHour: count,
  activationLinkLife: seconds,
  resetLinkLife: seconds,
  newestLinkOnly: onlyTrue,
  codeDrift: integer(0, 'a number of time steps').optional(),
  userVerification: oneOf(['required', 'not-required']).optional(),
  signCount: oneOf(['refused', 'taken']).optional(),
  absentForViewer: texts.optional(),
  addressSeparator: text.optional(),
  privateAddresses: oneOf(['refused']).optional(),
  organizations: oneOf(['separate']).optional(),
  userinfo: onlyTrue,
  verifiedAddress: onlyTrue,
  entraTenant: onlyTrue,
  deviceRemembered: seconds,
  proofFor: seconds,
  proofKept: seconds,
  idleTimeout: seconds,
  sessionLife: seconds,
} satisfies Record<keyof Documented, z.ZodType>

/** What a deployment's own documentation promises. */
export const documented = object(documentedShape)
export const documentedKeys = Object.keys(documentedShape)

const pagesShape = {
  changePassword: z
    .union(
      [text, object({ at: text, open: texts.optional(), current: text.optional(), save: text.optional() })],
      must("an address like '/account/password', or { at: '…', open: ['…'], current: '…', save: '…' }"),
    )
    .optional(),
  methods: object({
    at: text,
    confirm: text.optional(),
    add: text,
    remove: texts.optional(),
    prove: fn('async (page, { password, code }) => …').optional(),
  }).optional(),
  removeUser: z
    .union(
      [texts, fn('async (page, { email }) => …')],
      must('a list of texts, or a function async (page, { email }) => …'),
    )
    .optional(),
  changeRole: z
    .union(
      [object({ open: text.optional(), field: text, save: text }), fn('async (page, { email, role }) => …')],
      must('{ open, field, save }, or a function async (page, { email, role }) => …'),
    )
    .optional(),
  temporaryAccess: z
    .union(
      [object({ open: text.optional(), field: text, save: text }), fn('async (page, { email, until }) => …')],
      must('{ open, field, save }, or a function async (page, { email, until }) => …'),
    )
    .optional(),
  recoveryCode: object({
    use: z.union([texts, fn('async (page) => …')], must('a list of texts, or a function async (page) => …')),
    field: text,
    send: text,
    renew: z
      .union(
        [object({ at: text, press: texts }), fn('async (page) => …')],
        must('{ at, press }, or a function async (page) => … that answers the codes'),
      )
      .optional(),
  }).optional(),
  rememberDevice: text.optional(),
  forms: texts.optional(),
  closed: texts.optional(),
  forAdministrators: texts.optional(),
  ssoDomain: object({ field: text, taken: text }).optional(),
  clientSecret: object({ open: text.optional(), field: element }).optional(),
} satisfies Record<keyof OwnPages, z.ZodType>

/** Pages that the flows don't lead to. */
export const pages = object(pagesShape)
export const pageKeys = Object.keys(pagesShape)
