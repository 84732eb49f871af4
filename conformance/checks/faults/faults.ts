import type { Flow } from '../../../machines/model/flow.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { NotThere } from '../../session/find.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { lastSent } from '../bench/sent.ts'
import { doStep, isThere, walkTo } from '../bench/walk-to.ts'
import { type Check, defineCheck } from '../check.ts'
import { type Before, whatIsWrong } from './aftermath.ts'
import { type Attempt, attemptsOf } from './attempts.ts'
import { afterwards, onTheWay, spoil } from './kinds.ts'

/**
 * The fault loop of a flow: every request that sends something goes wrong on its way, in each way it can, one at a
 * time. Afterwards the person is at a screen of the flow and can do what they wanted, or it is done; nothing is left
 * half done.
 * @param others flows that have a fault loop too: what they share with this one is left to them
 */
export const faults = (flow: Flow, others: readonly Flow[]): Check =>
  defineCheck({
    id: `FLT.${flow.id}`,
    title: `Whatever goes wrong on the way, ${flow.id} leaves nothing half done`,
    source: '2.3.3; 16.5.3',
    level: 'MUST',
    asvsLevel: 2,
    roles: [],
    uses: ['login'],
    needs: [],
    seconds: 900,
    claims: {
      'goes-on': `after each of ${onTheWay.length + afterwards.length} faults of each request the person can continue`,
    },
    async prove(bench) {
      const wrong: string[] = []
      const unreached: string[] = []
      let tried = 0
      for (const attempt of attemptsOf(flow, bench.target, others)) {
        const outcome = await tryWithFaults(bench, flow, attempt)
        tried += outcome.tried
        wrong.push(...outcome.wrong)
        unreached.push(...outcome.unreached)
      }
      if (tried + unreached.length === 0)
        throw new NotTestable(`No event of ${flow.id} sends anything to the target.`)
      if (tried > 0) bench.claim('goes-on', wrong.length === 0, wrong.join('; '))
      if (unreached.length > 0)
        bench.unproven('goes-on', `Not reached, so not tried: ${unreached.join('; ')}`)
    },
  })

interface Tried {
  tried: number
  wrong: string[]
  unreached: string[]
}

async function tryWithFaults(bench: Bench, flow: Flow, attempt: Attempt): Promise<Tried> {
  const outcome: Tried = { tried: 0, wrong: [], unreached: [] }
  const { given, events, event, before } = attempt
  const step = { event, screen: before.screen, refused: false }
  const begin = async () => {
    const person = await walkTo(bench, flow, given, events)
    return { person, baseline: before.signedIn ? await evidenceOf(person.session, flow) : undefined }
  }
  const judge = async (person: Person, when: string, was: Before) => {
    const problem = await whatIsWrong(person, flow, attempt, was)
    outcome.tried += 1
    if (problem) outcome.wrong.push(`${event} at ${before.state} (${given}), when ${when}: ${problem}`)
    await person.session.context.close()
  }
  let mayBeIn = false
  try {
    for (const { when, next } of afterwards) {
      const { person, baseline } = await begin()
      const sent = await lastSent(person, () => doStep(person, flow, step))
      if (!(await isThere(person, flow, attempt.after)))
        throw new Unproven(`${event} does not lead to ${attempt.after.state}.`)
      if (!sent) {
        await person.session.context.close()
        return outcome
      }
      mayBeIn = isIn(await person.signedIn())
      // A browser that will not go back to the answer of a form shows that; so people load it again.
      await next(person.page).catch(() => undefined)
      await judge(person, when, { mayBeIn, baseline })
    }
    for (const fault of onTheWay) {
      const { person, baseline } = await begin()
      await spoil(person, () => doStep(person, flow, step), fault)
      await judge(person, fault.when, { mayBeIn, baseline })
    }
  } catch (error) {
    if (!(error instanceof Unproven || error instanceof NotThere)) throw error
    outcome.unreached.push(`${event} at ${before.state} (${given}): ${error.message}`)
  }
  return outcome
}
