import { Command, InvalidArgumentError, Option } from 'commander'
import { createColors } from 'picocolors'
import { loadPacks } from '../packs/load-pack.ts'
import { flowIn, flowsIn } from '../packs/pack-of.ts'
import { describeFlow } from '../plan/describe/describe-flow.ts'
import { printPlan, totals } from '../plan/describe/print-plan.ts'
import { type Coverage, coverages } from '../plan/index.ts'

interface Options {
  pack?: string[]
  flow?: string[]
  coverage: Coverage
  maxSteps: number
  resetCost: number
  json: boolean
}

const list = (value: string, before: string[] = []) => [...before, value]

function steps(value: string): number {
  if (value === 'none') return Number.POSITIVE_INFINITY
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It must be a whole number above 0, or "none" for no limit.')
}

function cost(value: string): number {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isFinite(number) && number >= 0) return number
  throw new InvalidArgumentError('It must be a number that is not negative.')
}

/** `doorstep plan`: prints the least-cost paths that cover the flows, without walking them anywhere. */
export const planCommand = new Command('plan')
  .description('plan the least-cost paths that cover the flows, and say what no path can cover')
  .addOption(new Option('--pack <folder>', 'a pack of your own; may be repeated').argParser(list))
  .addOption(new Option('--flow <flow>', 'only this flow; may be repeated').argParser(list))
  .addOption(
    new Option('--coverage <coverage>', 'what is to be covered').choices(coverages).default('transitions'),
  )
  .addOption(new Option('--max-steps <n>', 'longest path, in steps, or "none"').argParser(steps).default(20))
  .addOption(
    new Option('--reset-cost <n>', 'what beginning a path costs, in steps').argParser(cost).default(5),
  )
  .option('--json', 'print the plan as JSON', false)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (options: Options) => console.log(await planFlows(options)))

/** @throws {CheckError} `unknown-flow`, or when a pack cannot be read */
async function planFlows({ pack, flow: ids, json, ...options }: Options): Promise<string> {
  const packs = (await loadPacks(pack)).map(({ pack }) => pack)
  const flows = ids ? ids.map((id) => flowIn(packs, id)) : flowsIn(packs)
  const plans = flows.map((flow) => describeFlow(flow, options))
  const sum = (key: 'steps' | 'cost' | 'lowerBound') => plans.reduce((sum, plan) => sum + plan[key], 0)
  const total = {
    paths: plans.reduce((sum, { paths }) => sum + paths.length, 0),
    steps: sum('steps'),
    cost: sum('cost'),
    lowerBound: sum('lowerBound'),
  }
  if (json) return JSON.stringify({ flows: plans, total }, undefined, 2)
  const colors = createColors()
  const all = `All flows: ${totals({ ...total, paths: { length: total.paths } })}`
  return [...plans.map((plan) => printPlan(plan, colors)), ...(plans.length > 1 ? [all] : [])].join('\n\n')
}
