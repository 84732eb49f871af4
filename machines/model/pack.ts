import type { Flow } from './flow.ts'
import { problemsOf } from './pack-problems.ts'
import type { Roles } from './roles.ts'
import type { Party, Screens } from './screen.ts'
import type { Values } from './values.ts'

/** Someone else who takes part, with an account at the provider: the notes that have name and password. */
export interface Participant {
  name: string
  password: string
  /** Uses the holder's browser, in a separate tab. */
  sharesBrowser?: true
}

/** An invented person and what they know. */
export interface Sample {
  email: string
  password: string
  /** A password that is chosen on the way, and one that is refused. */
  strong: string
  weak: string
  /** Values of the pack's own, by name. */
  notes?: Readonly<Record<string, string>>
}

/** Procedures that belong together, under a title. */
export interface FlowGroup {
  title: string
  /** Ids of flows, in the order in which they are shown. */
  flows: readonly string[]
}

/** One product's documented procedures. */
export interface Pack<S extends Screens = Screens> {
  /** Unique; also the name of its folder. */
  id: string
  /** What its documentation is called. */
  title: string
  /** What the product is called. */
  product: string
  /** What its procedures are for, in one sentence. */
  about?: string
  screens: S
  /** In the order of the documentation. */
  flows: readonly Flow[]
  /** How a list of the flows is divided: each flow is in one group. Absent: the list has no parts. */
  groups?: readonly FlowGroup[]
  /** Addresses that can be opened by themselves: name → the screen that is shown there. */
  addresses: Readonly<Record<string, keyof S & string>>
  /** The name of the address where a person begins if they know no other. */
  entrance: string
  /** The name of the address that only someone who is logged in can open. Absent where the product has no such page. */
  protectedPage?: string
  /** Symbols beyond those that every pack has. */
  values?: Values
  /** Others who take part in a journey. */
  participants?: Readonly<Record<string, Participant>>
  /** What the address bar of model mode says: the host of each party. */
  hosts?: Partial<Record<Party, string>>
  /** What model mode types, where no deployment says otherwise. */
  sample?: Sample
  /** Screen (`*`: any) → the part of a message that the model names → the whole sentence, as model mode shows it. */
  messages?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The sender of the mails. */
  mailFrom?: string
  /** How the product does what checks of the standards need. */
  roles?: Roles<keyof S & string>
}

/** What is wrong with a pack, each in one sentence that says where. */
export class PackError extends Error {
  /** Its id or, where that is not known yet, its folder. */
  readonly pack: string
  readonly problems: readonly string[]

  constructor(pack: string, problems: readonly string[], options?: ErrorOptions) {
    const all = problems.map((problem) => `- ${problem}`).join('\n')
    super(`The pack ${pack} is not right:\n${all}`, options)
    this.name = 'PackError'
    this.pack = pack
    this.problems = problems
  }
}

/**
 * A pack whose flows name nothing but what the pack has.
 * @throws PackError with everything that is wrong
 */
export function definePack<const S extends Screens>(pack: Pack<S>): Pack<S> {
  const problems = problemsOf(pack)
  if (problems.length > 0) throw new PackError(pack.id, problems)
  return pack
}

/**
 * The pack among the exports of a module, whatever it is called there.
 * @param where the module, as its author knows it
 * @throws PackError when the module exports none, or several
 */
export function packIn(exports: Readonly<Record<string, unknown>>, where: string): Pack {
  const [pack, ...others] = new Set(Object.values(exports).filter(isPack))
  if (!pack)
    throw new PackError(where, ['It exports no pack: write "export const pack = definePack({ … })".'])
  if (others.length > 0)
    throw new PackError(where, [
      `It exports ${others.length + 1} packs, ${[pack, ...others].map(({ id }) => id).join(', ')}: put each into its own folder.`,
    ])
  return pack
}

const isPack = (value: unknown): value is Pack =>
  typeof value === 'object' && value !== null && 'id' in value && 'flows' in value && 'screens' in value
