import { Command, Option } from 'commander'
import { createColors } from 'picocolors'
import type { AnyStateMachine } from 'xstate'
import { CheckError } from '../errors.ts'
import { loadMachine } from '../packs/load-machine.ts'
import { flowIn, flowsIn } from '../packs/pack-of.ts'
import { describeFlow } from '../plan/describe/describe-flow.ts'
import { describeMachine } from '../plan/describe/describe-machine.ts'
import type { DescribedPlan } from '../plan/describe/describe-plan.ts'
import { depthsInWords } from '../plan/describe/guarantee.ts'
import { printPlan, totals } from '../plan/describe/print-plan.ts'
import { type Depth, depths, eventsOf, type PlanOptions, placesIn, placesOf } from '../plan/index.ts'
import { cost, event, input, several, steps, whole } from './option-values.ts'
import { PACKS_HERE, packsHere } from './packs-here.ts'

interface Options {
  depth: Depth
  written: boolean
  maxSteps: number
  maxTotal: number
  resetCost: number
  pack?: string[]
  flow?: string[]
  machine?: string
  input?: Record<string, unknown>
  event?: { type: string }[]
  until?: string[]
  without?: string[]
  json: boolean
}

const help = `
FILE is a module that exports a machine of XState 5, in TypeScript or JavaScript; without it, the flows of the packs are planned.

Depths, and what each is certain to find:
${depthsInWords(depths)}`

/** `doorstep plan`: prints the least-cost paths that cover flows, or any machine, without walking them anywhere. */
export const planCommand = new Command('plan')
  .description('plan the least-cost paths that cover flows or a machine, and say what no path can cover')
  .argument('[file]', 'a module that exports a machine')
  .addOption(
    new Option('--pack <folder>', `a pack of your own; may be repeated; default: ${PACKS_HERE}`).argParser(
      several,
    ),
  )
  .addOption(new Option('--flow <flow>', 'only this flow; may be repeated').argParser(several))
  .addOption(new Option('--depth <depth>', 'how deep to go').choices(depths).default('transitions'))
  .option('--written', 'each transition once, as it is written down, not in every context', false)
  .addOption(new Option('--max-steps <n>', 'longest path, in steps, or "none"').argParser(steps).default(20))
  .addOption(
    new Option('--max-total <n>', 'steps of all paths above which it stops')
      .argParser(whole)
      .default(100_000),
  )
  .addOption(
    new Option('--reset-cost <n>', 'what beginning a path costs, in steps').argParser(cost).default(5),
  )
  .addOption(
    new Option('--until <state>', 'stop where this state is reached; may be repeated').argParser(several),
  )
  .addOption(new Option('--without <event>', 'never send this event; may be repeated').argParser(several))
  .option('--machine <name>', 'which machine FILE exports')
  .addOption(
    new Option('--input <name=json>', 'an input to start with, and its name; may be repeated').argParser(
      input,
    ),
  )
  .addOption(new Option('--event <json>', 'an event with what it carries; may be repeated').argParser(event))
  .option('--json', 'print the plan as JSON', false)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (file: string | undefined, options: Options) => console.log(await planAll(file, options)))

/** @throws {CheckError} `unknown-flow`, `bad-option`, or when a pack or a file cannot be read */
async function planAll(file: string | undefined, options: Options): Promise<string> {
  const plans = file === undefined ? await planFlows(options) : [await planMachine(file, options)]
  const sum = (key: 'steps' | 'cost' | 'lowerBound') => plans.reduce((sum, plan) => sum + plan[key], 0)
  const tours = plans.flatMap(({ tour }) => tour ?? [])
  const tour = tours.length > 0 && {
    paths: tours.reduce((all, { paths }) => all + paths, 0),
    steps: tours.reduce((all, { steps }) => all + steps, 0),
    cost: tours.reduce((all, { cost }) => all + cost, 0),
  }
  const total = {
    paths: plans.reduce((sum, { paths }) => sum + paths.length, 0),
    steps: sum('steps'),
    cost: sum('cost'),
    lowerBound: sum('lowerBound'),
    ...(tour && { tour }),
  }
  if (options.json) return JSON.stringify({ flows: plans, total }, undefined, 2)
  const colors = createColors()
  const all = `All flows: ${totals({ ...total, paths: { length: total.paths } })}`
  return [...plans.map((plan) => printPlan(plan, colors)), ...(plans.length > 1 ? [all] : [])].join('\n\n')
}

async function planFlows(options: Options): Promise<DescribedPlan[]> {
  const { pack, flow: ids, machine, input, event } = options
  if (machine ?? input ?? event)
    throw new CheckError('bad-option', 'Name the file that exports the machine: doorstep plan FILE.')
  const packs = (await packsHere(pack)).map(({ pack }) => pack)
  const flows = ids ? ids.map((id) => flowIn(packs, id)) : flowsIn(packs)
  const shared = planOptions(
    flows.map(({ machine }) => machine),
    options,
  )
  return flows.map((flow) => describeFlow(flow, shared))
}

async function planMachine(file: string, options: Options): Promise<DescribedPlan> {
  const { pack, flow, machine: name, input, event } = options
  if (pack ?? flow)
    throw new CheckError('bad-option', `${file} is planned alone: leave out --pack and --flow.`)
  const machine = await loadMachine(file, name)
  const plain = eventsOf(machine).filter(({ type }) => !event?.some((one) => one.type === type))
  return describeMachine(machine, {
    ...planOptions([machine], options),
    ...(input && { inputs: input }),
    ...(event && { events: [...plain, ...event] }),
  })
}

function planOptions(machines: readonly AnyStateMachine[], options: Options): PlanOptions {
  const { depth, written, maxSteps, maxTotal, resetCost, until, without } = options
  demandAll(until, machines.flatMap(placesOf), 'state')
  demandAll(
    without,
    machines.flatMap((machine) => eventsOf(machine).map(({ type }) => type)),
    'event',
  )
  return {
    ...{ depth, written, maxSteps, maxTotal, resetCost },
    ...(until && { until: (snapshot) => placesIn(snapshot).some((place) => until.includes(place)) }),
    ...(without && { filter: (_, { type }) => !without.includes(type) }),
  }
}

/** @throws {CheckError} `bad-option` for the first name that is not known */
function demandAll(names: readonly string[] = [], known: readonly string[], kind: string): void {
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new CheckError(
    'bad-option',
    `There is no ${kind} "${unknown}": choose among ${[...new Set(known)].join(', ')}.`,
  )
}
