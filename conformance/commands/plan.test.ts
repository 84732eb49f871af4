import { stripVTControlCharacters } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { packs } from '../../machines/index.ts'
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
