import { z } from 'zod'
import { edgesOf } from '../../../machines/model/edges.ts'
import { capabilities } from '../../../machines/model/event.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowsIn } from '../../packs/pack-of.ts'
import type { Deployment } from './deployment.ts'
import { acceptOf } from './schema-accept.ts'
import { documented, pages } from './schema-own.ts'
import { address, addressOrPath, fn, integer, must, object, oneOf, text } from './schema-parts.ts'
import { interlude, overridesOf } from './schema-screens.ts'

const mailbox = z.union(
  [
    object({
      kind: z.literal('smtp'),
      port: integer(0, 'a port, 0 for any free one'),
      host: text.optional(),
    }),
    object({
      kind: z.enum(['maildev', 'mailpit']),
      url: address,
      user: text.optional(),
      password: text.optional(),
    }),
    object({
      kind: z.literal('imap'),
      host: text,
      port: integer(1, 'a port').optional(),
      secure: z.boolean(must('true or false')).optional(),
      user: text,
      password: text,
      folder: text.optional(),
    }),
    fn('async (email) => [{ subject, html }]'),
  ],
  must(
    'a function async (email) => [{ subject, html }], or one of { kind: "smtp", port }, { kind: "maildev", url }, { kind: "mailpit", url } and { kind: "imap", host, user, password }',
  ),
)

const expression = z.instanceof(RegExp)
const mailedCode = z.union(
  [expression, object({ inMail: expression, on: z.literal('new-device').optional() })],
  must('a regular expression such as /code is (\\d{6})/, or { inMail: /…/, on: "new-device" }'),
)

const provider = z.union(
  [
    object({
      kind: z.literal('mock-idp'),
      port: integer(0, 'a port').optional(),
      redirectUri: addressOrPath,
    }),
    z.looseObject({
      kind: z.undefined().optional(),
      clientId: text,
      discoveryUrl: address,
      deadUrl: address,
      otherIssuerUrl: address,
      anotherIssuerUrl: address.optional(),
      redirectUri: address,
      user: object({ name: text, password: text }),
    }),
  ],
  must(
    '{ kind: "mock-idp", redirectUri }, or what is known of another one: { clientId, discoveryUrl, deadUrl, otherIssuerUrl, redirectUri, user: { name, password } }',
  ),
)

const reasons = (names: string[], example: string) =>
  object(
    Object.fromEntries(names.map((name) => [name, text.optional()])),
    `take an id from a report, such as "${example}"`,
  )

const isPack = (value: unknown) => typeof value === 'object' && value !== null && 'flows' in value

/** The keys and values that a profile may have, for the flows and screens of these packs. */
function shapeFor(packs: readonly Pack[]) {
  const flows = flowsIn(packs)
  const givenNames = [...new Set(flows.flatMap(({ givens }) => Object.keys(givens)))]
  const givenKeys = [
    ...givenNames,
    ...flows.flatMap(({ id, givens }) => Object.keys(givens).map((given) => `${id}/${given}`)),
  ]
  const eventNames = flows.flatMap(({ id, events }) => Object.keys(events).map((event) => `${id}/${event}`))
  const acceptable = flows.flatMap((flow) => [
    ...Object.keys(flow.steps).map((step) => `${flow.id}.${step}`),
    ...edgesOf(flow).map(({ id }) => `${flow.id}/${id}`),
  ])
  const shape = {
    packs: z
      .array(z.union([text, z.custom<Pack>(isPack)]), must('a list of packs, or of their folders'))
      .optional(),
    values: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    name: text,
    url: address.optional(),
    start: fn('async (tools) => ({ url, data, close })').optional(),
    build: fn('async ({ url }) => a version').optional(),
    flows: z
      .array(oneOf(flows.map(({ id }) => id)), must('a list of flows'))
      .min(1, must('a list with at least one flow'))
      .optional(),
    capabilities: z.array(oneOf(capabilities), must('a list of capabilities')).optional(),
    givens: z.union(
      [
        fn('async (tools) => ({ email, … })'),
        object(
          Object.fromEntries(
            givenKeys.map((name) => [name, fn('async (tools) => ({ email, … })').optional()]),
          ),
          `choose among ${givenNames.join(', ')}, or put the flow before it: "${givenKeys.at(-1)}"`,
        ),
      ],
      must(
        'one function async (tools) => ({ email, … }) for all, or one for each given: { invited: async (tools) => … }',
      ),
    ),
    mailbox: mailbox.optional(),
    mailedCode: mailedCode.optional(),
    freshAddress: fn('(id) => an address with that id in it').optional(),
    provider: provider.optional(),
    clock: object({
      now: fn('async () => milliseconds').optional(),
      advance: fn('async (seconds) => …').optional(),
    }).optional(),
    patience: integer(1, 'milliseconds, a whole number above 0').optional(),
    arrangeWithin: integer(1, 'seconds, a whole number above 0').optional(),
    protectedPage: object({
      path: text,
      opens: fn('async (visitor) => true or false').optional(),
    }).optional(),
    session: fn('async (visitor) => true or false').optional(),
    passwords: object({ strong: text.optional(), weak: text.optional() }).optional(),
    screens: overridesOf(packs).optional(),
    frames: z.array(address, must('a list of origins: ["https://id.example.com"]')).optional(),
    between: z
      .array(interlude, must('a list of screens: [{ when: "Stay signed in?", press: "No" }]'))
      .optional(),
    notHere: reasons(eventNames, eventNames[0] ?? 'flow/event').optional(),
    accept: acceptOf(acceptable).optional(),
    leaveOut: z.record(z.string(), text).optional(),
    isolation: z.enum(['separate', 'shared'], must('"separate" or "shared"')).optional(),
    ignoreHTTPSErrors: z.boolean(must('true or false')).optional(),
    restore: fn('async ({ url }) => …').optional(),
    csrf: object({
      header: text.optional(),
      field: text.optional(),
      cookie: text.optional(),
      meta: text.optional(),
    }).optional(),
    documented: documented.optional(),
    pages: pages.optional(),
  } satisfies Record<keyof Deployment, z.ZodType>
  return shape
}

/** The keys of a profile. */
export const keys = Object.keys(shapeFor([]))

/** A profile as it is read from a file; what it must be is said by each message, to go on after “but must be”. */
export const deploymentSchemaFor = (packs: readonly Pack[]) =>
  object(shapeFor(packs)).superRefine((profile, context) => {
    const { url, start, givens, protectedPage, mailedCode, mailbox } = profile
    const missing = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (!url && !start) missing(['url'], 'the address of the login page, such as "https://login.example.com"')
    if (mailedCode && !mailbox) missing(['mailbox'], 'where the mail with the code arrives')
    if (typeof givens !== 'function' && !protectedPage)
      missing(['protectedPage'], 'a page that only someone signed in may see: { path: "/dashboard" }')
  })
