import type { Field } from '../../machines/screens.ts'
import { bitsOf } from './authenticator-app.ts'
import { scanPage } from './scan.ts'
import type { World } from './world.ts'

type Make = (world: World) => string | Promise<string>

/**
 * What the model's symbols become at a target, by the type of the field that they go into. A value that is right at one
 * target may be wrong at the next, so everything right comes from the world of the path.
 */
const makers: Partial<Record<Field['type'], Record<string, Make>>> = {
  email: {
    registered: ({ account }) => account.email,
    unknown: ({ account }) => withTag(account.email, 'nobody'),
    second: newcomer,
  },
  password: {
    right: ({ account }) => account.password,
    wrong: () => 'certainly not the password',
    old: ({ account }) => account.password,
    new: ({ chosenPassword }) => chosenPassword,
    strong: (world) => world.choosePassword(world.target.passwords?.strong ?? 'violet harbour 27 lanterns'),
    weak: (world) => world.choosePassword(world.target.passwords?.weak ?? 'tooshort1'),
    same: ({ chosenPassword }) => chosenPassword,
    different: ({ chosenPassword }) => `${chosenPassword}, but different`,
  },
  code: {
    right: async (world) => (await appOf(world)).right(),
    wrong: async (world) => (await appOf(world)).wrong(),
    used: async (world) => (await appOf(world)).used() ?? '',
  },
  text: {
    'a name': () => 'The key on my desk',
    new: newcomer,
    known: ({ account }) => account.email,
    registered: (world) => world.provider().clientId,
    malformed: () => 'neither-an-address-nor-an-id',
  },
  url: {
    right: (world) => world.provider().discoveryUrl,
    dead: (world) => world.provider().deadUrl,
    'other-issuer': (world) => world.provider().otherIssuerUrl,
    malformed: () => 'no address at all',
    documented: (world) => world.provider().redirectUri,
    other: () => 'https://somewhere-else.example.com/callback',
    http: () => 'http://somewhere-else.example.com/callback',
  },
}

/** The address of somebody whom the target does not know yet. */
export function newcomer({ account }: World): string {
  return withTag(account.email, 'second')
}

/** Another address (RFC 5233) whose mail, if any comes, still lies in the account's own mailbox. */
export const withTag = (email: string, tag: string) => email.replace('@', `+${tag}@`)

/**
 * The value that a symbol stands for; `''` is an empty field everywhere, and a list's choices stand for themselves.
 * @throws when there is none: the table in this file must be widened
 */
export async function valueFor(world: World, type: Field['type'], symbol: string): Promise<string> {
  if (symbol === '' || type === 'select') return symbol
  const make = makers[type]?.[symbol]
  if (!make) throw new Error(`conformance/drivers/values.ts has no '${symbol}' for a field of type ${type}.`)
  return make(world)
}

/** RFC 4226 section 4, R6. */
const LEAST_BITS = 128

/** Before a code is needed, the app scans what the page shows it, as a person would. */
async function appOf({ page, app, notes }: World) {
  const shown = await scanPage(page)
  if (shown) app.scan(shown)
  if (shown && bitsOf(shown) < LEAST_BITS)
    notes.add(
      `the authenticator app is given a key of ${bitsOf(shown)} bits; RFC 4226 section 4 asks for 128`,
    )
  return app
}
