import { Argument, Command } from 'commander'
import { screenOf, statesOf } from '../../machines/model/edges.ts'
import type { EventSpec } from '../../machines/model/event.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { pressable, type Screen } from '../../machines/model/screen.ts'
import { checksFor } from '../checks/index.ts'
import { flowIn } from '../packs/pack-of.ts'
import { usedBy } from '../targets/profile/schema-screens.ts'
import { several } from './option-values.ts'
import { packsHere } from './packs-here.ts'

const kinds = ['flows', 'screens', 'labels', 'messages', 'events', 'checks'] as const
type Kind = (typeof kinds)[number]

interface Options {
  flow?: string[]
  pack?: string[]
  config?: string
}

const help = `
Each line is a name as a profile takes it, and what it means:
  flows     what --flow takes, and their titles
  screens   the keys of \`screens\`, and their headings
  labels    screen, and a key of its \`labels\`
  messages  screen, and a key of its \`messages\`
  events    the keys of \`notHere\`, and what a person does
  checks    what --check takes; a claim of one, such as LNK1.once, is a key of \`accept\``

/** `doorstep list`: the names that a profile and the other commands take. */
export const listCommand = new Command('list')
  .description(
    'list the names that a profile and options take: flows, screens, labels, messages, events or checks',
  )
  .addArgument(new Argument('<kind>', 'what to list').choices(kinds))
  .option('--flow <flow>', 'only what this flow has; may be repeated', several)
  .option('--pack <folder>', 'a pack of your own; may be repeated; default: those of the profile', several)
  .option(
    '--config <file>',
    'the profile of the deployment; default: doorstep.config.ts here, else the bundled pack',
  )
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (kind: Kind, options: Options) => console.log(inColumns(await linesOf(kind, options))))

/** @throws CheckError `unknown-flow`, or when a pack cannot be read */
async function linesOf(kind: Kind, { flow: wanted, ...from }: Options): Promise<[string, string][]> {
  const packs = (await packsHere(from.pack, from.config)).map(({ pack }) => pack)
  const flows = wanted?.map((id) => flowIn(packs, id))
  const asked = packs.map((pack) => ({
    ...pack,
    flows: flows?.filter((flow) => pack.flows.includes(flow)) ?? pack.flows,
  }))
  if (kind === 'checks') return checksOf(packs, flows)
  if (kind === 'flows')
    return asked.flatMap((pack) => pack.flows.map(({ id, title }): [string, string] => [id, title]))
  return asked.flatMap((pack) => {
    const used = usedBy(pack)
    const ids = flows ? screensOf(pack) : Object.keys(pack.screens)
    const byScreen = (names: (id: string) => Iterable<string>) =>
      ids.flatMap((id) => [...names(id)].map((name): [string, string] => [id, name]))
    if (kind === 'events') return pack.flows.flatMap(eventsOf)
    if (kind === 'screens') return byScreen((id) => [pack.screens[id]?.heading ?? ''])
    return byScreen((id) => used.get(id)?.[kind] ?? [])
  })
}

/** The screens that the flows of a pack show, and the mails that they send or whose links they follow. */
const screensOf = ({ screens, flows }: Pick<Pack, 'screens' | 'flows'>): string[] => {
  const shown = flows.flatMap((flow) => statesOf(flow).map((state) => screenOf(flow, state)))
  const events = flows.flatMap((flow) => Object.values<EventSpec>(flow.events))
  const sent = events.flatMap(({ sends }) => sends ?? [])
  const links = new Set(events.flatMap(({ at, press }) => (at === 'mail' && press ? [press] : [])))
  const followed = Object.entries<Screen>(screens)
    .filter(([, screen]) => screen.kind === 'mail' && pressable(screen).some((label) => links.has(label)))
    .map(([id]) => id)
  return [...new Set([...shown, ...sent, ...followed])]
}

const eventsOf = ({ id, events }: Flow): [string, string][] =>
  Object.entries(events).map(([name, { label }]) => [`${id}/${name}`, label])

/** Of a flow, the checks that have it in their name; the others are about no flow in particular. */
function checksOf(packs: readonly Pack[], flows?: readonly Flow[]): [string, string][] {
  const checks = checksFor(packs).filter(
    ({ id }) => !flows || flows.some((flow) => id.endsWith(`.${flow.id}`)),
  )
  return checks.flatMap(({ id, title, claims }): [string, string][] => [
    [id, title],
    ...Object.entries(claims).map(([claim, statement]): [string, string] => [`${id}.${claim}`, statement]),
  ])
}

function inColumns(lines: readonly [string, string][]): string {
  const width = Math.max(0, ...lines.map(([name]) => name.length))
  return lines.map(([name, words]) => `${name.padEnd(width)}  ${words}`).join('\n')
}
