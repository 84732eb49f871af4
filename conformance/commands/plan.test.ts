import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { packs } from '@doorstep/machines'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { edgesOf } from '../../machines/model/edges.ts'
import type { DescribedPlan } from '../plan/describe/describe-plan.ts'
import { planCommand } from './plan.ts'

const flows = packs.flatMap(({ flows }) => flows)

async function run(...args: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await planCommand.configureOutput({ writeErr: () => {} }).parseAsync(args, { from: 'user' })
  // Terminals, and CI, get colours.
  return stripVTControlCharacters(log.mock.calls.flat().join('\n'))
}

afterEach(() => vi.restoreAllMocks())

let folder = ''
/** A file that was imported once stays as it was. */
let wrongs = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'machine-'))
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A file that exports these, and imports what a machine needs. */
function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, `import { assign, createMachine, setup } from 'xstate'\n${text}`)
  return path
}

const lamp = `createMachine({ id: 'lamp', initial: 'off', states: { off: { on: { on: 'lit' } }, lit: { on: { off: 'off' } } } })`
const code = `setup({ types: {} as { events: { type: 'code'; is: string } | { type: 'leave' }, input: { tries: number } } }).createMachine({
  id: 'code', context: ({ input }) => ({ left: input.tries }), initial: 'asked',
  states: { asked: { on: { leave: 'left', code: [{ guard: ({ event }) => event.is === 'right', target: 'in' }, { guard: ({ context }) => context.left < 0, target: 'left' }] } }, in: {}, left: {} },
})`

describe('doorstep plan FILE', () => {
  it('plans the only machine of a file, or the default one', async () => {
    expect(await run(file('only.ts', `export const only = ${lamp}\nexport const other = 3`))).toMatch(
      /^lamp, transitions\n\n {2}Path 1: From the initial state \(2 steps\)/,
    )
    const both = file('both.ts', `export const named = ${code}\nexport default ${lamp}`)
    expect(await run(both)).toContain('lamp, transitions')
    expect(await run(both, '--machine', 'named', '--input', 'three={"tries":3}')).toContain(
      'With the input "three"',
    )
  })

  it('sends events with their payload, stops at --until, and leaves out events that are excluded', async () => {
    const path = file('code.ts', `export const machine = ${code}`)
    const inputs = ['--input', 'three={"tries":3}']
    const right = await run(path, ...inputs, '--event', '{"type":"code","is":"right"}')
    expect(right).toContain('asked/code[1]: its guard never holds in any reachable state')
    expect(right).toMatch(/code +→ in/)
    expect(await run(path, ...inputs, '--until', 'asked')).toContain('the plan stops in asked')
    expect(await run(path, ...inputs, '--without', 'leave')).toContain(
      'asked/leave: the filter leaves it out',
    )
  })

  it('plans a counter without end by what is written down', async () => {
    const counter = `setup({ types: {} as { context: { n: number } } }).createMachine({ id: 'counter', context: { n: 0 }, on: { more: { actions: assign({ n: ({ context }) => context.n + 1 }) } } })`
    const text = await run(file('counter.ts', `export default ${counter}`), '--written')
    expect(text).toContain('1 path, 1 step, cost 6')
    expect(text).toContain('Nothing is out of reach.')
  })

  it('says what a depth finds, and what it costs', async () => {
    const text = await run('--flow', 'log-in', '--depth', 'targets')
    expect(text).toContain('ends in a wrong state, also where only later steps show it.')
    expect(text).toMatch(/it finds all \d+ wrong targets, of which \d+ look right at first\./)
    expect(text).toMatch(/It takes 2\.\d\d times the \d+ steps/)
    expect(text).toMatch(/password and passwordOfNobody: ASVS 5\.0 6\.3\.8/)
    expect(text).toMatch(/which proves where step \d+ has led/)
  })

  it.each([
    ['export const a = 1', [], /exports no machine: write/],
    [`export const a = ${lamp}, b = ${lamp}`, [], /several machines: name one with --machine, among a, b/],
    [`export const a = ${lamp}`, ['--machine', 'c'], /exports no machine "c": choose among a/],
    [`export const a = ${lamp}`, ['--until', 'broken'], /There is no state "broken": choose among off, lit/],
    [`export const a = ${lamp}`, ['--without', 'dim'], /There is no event "dim": choose among on, off/],
    [`export const a = ${lamp}`, ['--flow', 'log-in'], /is planned alone: leave out --pack and --flow/],
    [`export const a = ${lamp}`, ['--max-total', '1'], /needs 2 steps in 1 paths, more than the 1/],
    [`export const a = ${lamp}`, ['--event', '{"is":"right"}'], /must be an event as JSON/],
    [`export const a = ${lamp}`, ['--input', 'tries'], /must be a name, "=" and the input as JSON/],
    [`export const a = ${code}`, [], /cannot be started without input/],
    ['export const a = ', [], /cannot be loaded: .*line 2/],
  ])('refuses %j with %j in one sentence', async (text, args, message) => {
    await expect(run(file(`wrong-${wrongs++}.ts`, text), ...args)).rejects.toThrowError(message)
  })

  it('refuses a file that is not there, and options of a file without one', async () => {
    await expect(run('nowhere.ts')).rejects.toThrowError(/There is no file nowhere.ts/)
    await expect(run('--machine', 'lamp')).rejects.toThrowError(/Name the file that exports the machine/)
  })
})

describe('doorstep plan', () => {
  it('leaves out no transition of any flow', async () => {
    const { flows: plans }: { flows: DescribedPlan[] } = JSON.parse(await run('--json'))
    expect(plans.map(({ flow }) => flow)).toEqual(flows.map(({ id }) => id))
    for (const flow of flows) {
      const planned = plans.find((plan) => plan.flow === flow.id)
      const walked = planned?.paths.flatMap((path) => path.steps.map(({ transition }) => transition)) ?? []
      const listed = planned?.unreachable.map(({ id }) => id) ?? []
      const missing = edgesOf(flow).filter(({ id }) => !walked.includes(id) && !listed.includes(id))
      expect(missing).toEqual([])
    }
  })

  it('prints each step in the words of the flow, what it costs, and what no plan can do without', async () => {
    const text = await run('--flow', 'activate-account', '--max-steps', 'none', '--reset-cost', '2.5')
    expect(text).toContain('Activate an account (activate-account), transitions')
    expect(text).toMatch(/ 1 {2}Click the button in the mail +→ changePassword\.blank/)
    expect(text).toMatch(/\d+ paths, \d+ steps, cost [\d.]+: 1\.000 times the lower bound of [\d.]+\./)
    expect(text).toContain('Nothing is out of reach.')
  })

  it('takes the sum over several flows', async () => {
    expect(await run('--flow', 'activate-account', '--flow', 'log-in', '--depth', 'states')).toMatch(
      /All flows: /,
    )
  })

  it.each([
    [['--depth', 'edges'], /Allowed choices are states, transitions, targets, pairs, extra-state/],
    [['--max-steps', '0'], /whole number above 0/],
    [['--max-steps', 'many'], /whole number above 0/],
    [['--reset-cost', '-1'], /not negative/],
    [['--reset-cost', ''], /not negative/],
    [['--flow', 'log-on'], /There is no flow "log-on": choose among activate-account, log-in/],
  ])('refuses %j in one sentence', async (args, message) => {
    await expect(run(...args)).rejects.toThrowError(message)
  })
})
