import type { Field } from '../../machines/screens.ts'
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
    unknown: () => 'nobody-has-this-address@example.com',
  },
  password: {
    right: ({ account }) => account.password,
    wrong: () => 'certainly not the password',
    strong: (world) => world.choosePassword('violet harbour 27 lanterns'),
    weak: (world) => world.choosePassword('tooshort1'),
    same: ({ chosenPassword }) => chosenPassword,
    different: ({ chosenPassword }) => `${chosenPassword}, but different`,
  },
  code: {
    right: async (world) => (await appOf(world)).right(),
    wrong: async (world) => (await appOf(world)).wrong(),
    used: async (world) => (await appOf(world)).used() ?? '',
  },
  text: { 'a name': () => 'The key on my desk' },
}

/**
 * The value that a symbol stands for; `''` is an empty field everywhere.
 * @throws when there is none: the table in this file must be widened
 */
export async function valueFor(world: World, type: Field['type'], symbol: string): Promise<string> {
  if (symbol === '') return ''
  const make = makers[type]?.[symbol]
  if (!make) throw new Error(`conformance/drivers/values.ts has no '${symbol}' for a field of type ${type}.`)
  return make(world)
}

/** Before a code is needed, the app scans what the page shows it, as a person would. */
async function appOf({ page, app }: World) {
  const shown = await scanPage(page)
  if (shown) app.scan(shown)
  return app
}
