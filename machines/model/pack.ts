import { edgesOf, screenOf, statesOf } from './edges.ts'
import type { EventSpec, Leg } from './event.ts'
import type { Flow } from './flow.ts'
import { partsOf, type Roles } from './roles.ts'
import { type Party, pressable, type Screen, type Screens } from './screen.ts'
import type { Values } from './values.ts'
import { walk } from './walk.ts'

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
  const problems = [
    ...problemsOfPack(pack),
    ...problemsOfRoles(pack),
    ...pack.flows.flatMap((flow) => problemsOfFlow(pack, flow)),
  ]
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

function problemsOfPack({ flows, screens, addresses, entrance, protectedPage }: Pack): string[] {
  const ids = flows.map(({ id }) => id)
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n)
  const named = [entrance, ...(protectedPage === undefined ? [] : [protectedPage])]
  return [
    ...twice.map((id) => `Two flows are called "${id}".`),
    ...Object.entries(addresses).flatMap(([name, screen]) =>
      screen in screens
        ? []
        : [`The address "${name}" shows a screen "${screen}" that the pack does not have.`],
    ),
    ...named.flatMap((name) =>
      name in addresses ? [] : [`There is no address "${name}" in \`addresses\`.`],
    ),
  ]
}

function problemsOfFlow(pack: Pack, flow: Flow): string[] {
  const states = statesOf(flow).flatMap((state) => {
    const screen = screenOf(flow, state)
    return screen in pack.screens
      ? []
      : [`${flow.id}: the state ${state} shows a screen "${screen}" that the pack does not have.`]
  })
  if (states.length > 0) return states
  const edges = edgesOf(flow).flatMap(({ id, source, event }) => {
    const spec = flow.events[event]
    if (!spec) return [`${flow.id}: the machine has an event "${event}" that \`events\` does not describe.`]
    const screen = pack.screens[screenOf(flow, source)]
    return screen ? problemsOfEvent(pack, screen, spec).map((problem) => `${flow.id}: ${id}: ${problem}`) : []
  })
  const legs = Object.entries(flow.events).flatMap(([event, { leg, as }]) => [
    ...(leg ? problemsOfLeg(pack, leg).map((problem) => `${flow.id}: the event "${event}" ${problem}`) : []),
    ...(as && !(as in (pack.participants ?? {}))
      ? [`${flow.id}: the event "${event}" is done by "${as}", who is not among the pack's participants.`]
      : []),
  ])
  return [...new Set([...edges, ...legs])]
}

function problemsOfLeg({ flows }: Pack, { flow: id, given, events }: Leg): string[] {
  const flow = flows.find((one) => one.id === id)
  if (!flow) return [`names a flow "${id}" that the pack does not have.`]
  if (given !== undefined && !(given in flow.givens))
    return [`begins ${id} with "${given}", which is not one of its givens.`]
  const names = events.filter((event) => typeof event === 'string')
  const taken = walk(flow, given ?? Object.keys(flow.givens)[0] ?? '', names).length - 1
  return taken < names.length
    ? [`walks ${id} along ${names.join(', ')}, but there is no "${names[taken]}" at that point.`]
    : []
}

/** Everything that a role names has to be in the pack. */
function problemsOfRoles(pack: Pack): string[] {
  const { acts, screens, situations } = partsOf(pack.roles ?? {})
  const named = [...screens, ...acts.map(({ where, act }) => ({ where, screen: act.screen }))]
  const unknown = named.flatMap(({ where, screen }) =>
    screen in pack.screens
      ? []
      : [`The role ${where} names a screen "${screen}" that the pack does not have.`],
  )
  const labels = acts.flatMap(({ where, act: { screen: id, at = 'screen', fill = {}, press } }) => {
    const screen = pack.screens[id]
    const event = { label: where, at, fill, ...(press !== undefined && { press }) }
    return screen
      ? problemsOfEvent(pack, screen, event).map((problem) => `The role ${where}: ${problem}`)
      : []
  })
  const givens = situations.flatMap(({ where, situation: { flow: id, given } }) => {
    const flow = pack.flows.find((one) => one.id === id)
    if (!flow) return [`The role ${where} names a flow "${id}" that the pack does not have.`]
    return given in flow.givens
      ? []
      : [`The role ${where} begins ${id} with "${given}", which is not one of its givens.`]
  })
  return [...unknown, ...labels, ...givens]
}

/** What an event fills in and presses has to be on the screen, or in a mail. */
function problemsOfEvent(pack: Pack, screen: Screen, { at, fill = {}, press, goTo }: EventSpec): string[] {
  if (goTo !== undefined && !(goTo in pack.addresses))
    return [`There is no address "${goTo}" in \`addresses\`.`]
  const mails = Object.values(pack.screens).filter(({ kind }) => kind === 'mail')
  const where = at === 'mail' ? mails : [goTo ? (pack.screens[pack.addresses[goTo] ?? ''] ?? screen) : screen]
  const labels = where.flatMap(({ fields = [] }) => fields.map(({ label }) => label))
  return [
    ...Object.keys(fill).flatMap((label) =>
      labels.includes(label) ? [] : [`There is no field “${label}” on “${screen.heading}”.`],
    ),
    ...(press === undefined || where.some((one) => pressable(one).includes(press))
      ? []
      : [
          `There is nothing to press called “${press}” ${at === 'mail' ? 'in any mail' : `on “${screen.heading}”`}.`,
        ]),
  ]
}
