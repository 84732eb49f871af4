import type { Flow } from '../../../machines/model/flow.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import { isIn, type Person } from '../bench/person.ts'
import { lastSent } from '../bench/sent.ts'
import { doStep, isThere, walkTo } from '../bench/walk-to.ts'
import { type Check, defineCheck } from '../check.ts'
import { type Before, whatIsWrong } from './aftermath.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { afterwards, onTheWay, spoil } from './kinds.ts'

/**
 * The fault loop of a flow: everything that sends something goes wrong on its way, in each way that it can, one at a time.
 * Afterwards the person is at a screen of the flow and can do what they wanted, or has it; nothing is left half done.
 * @param others flows with a fault loop of their own: what they share with this one is left to them
 */
export const faults = (id: string, flow: Flow, ...others: Flow[]): Check =>
  defineCheck({
    id,
    title: `Whatever goes wrong on the way, ${flow.id} leaves nothing half done`,
    source: '2.3.3; 16.5.3',
    level: 'MUST',
    asvsLevel: 2,
    needs: [],
    seconds: 900,
    async prove(bench) {
      const wrong: string[] = []
      const unreached: string[] = []
      let [deeds, tried] = [0, 0]
      for (const deed of deedsOf(flow, bench.target, others)) {
        const outcome = await suffer(bench, flow, deed)
        if (outcome.tried > 0) deeds += 1
        tried += outcome.tried
        wrong.push(...outcome.wrong)
        unreached.push(...outcome.unreached)
      }
      if (tried + unreached.length === 0)
        throw new NotTestable(`No event of ${flow.id} sends anything to the target.`)
      if (tried > 0)
        bench.claim(
          `${deeds} requests go wrong in ${onTheWay.length + afterwards.length} ways, and one can go on after each`,
          wrong.length === 0,
          wrong.join('; '),
        )
      if (unreached.length > 0) throw new Unproven(`Not reached, so not tried: ${unreached.join('; ')}`)
    },
  })

interface Suffered {
  tried: number
  wrong: string[]
  unreached: string[]
}

async function suffer(bench: Bench, flow: Flow, deed: Deed): Promise<Suffered> {
  const suffered: Suffered = { tried: 0, wrong: [], unreached: [] }
  const { given, events, event, before } = deed
  const step = { event, screen: before.screen, refused: false }
  const begin = async () => {
    const person = await walkTo(bench, flow, given, events)
    return { person, stood: before.signedIn ? await evidenceOf(person.session, flow) : undefined }
  }
  const judge = async (person: Person, when: string, was: Before) => {
    const problem = await whatIsWrong(person, flow, deed, was)
    suffered.tried += 1
    if (problem) suffered.wrong.push(`${event} at ${before.state} (${given}), when ${when}: ${problem}`)
    await person.session.context.close()
  }
  let mayBeIn = false
  try {
    for (const { when, next } of afterwards) {
      const { person, stood } = await begin()
      const sent = await lastSent(person, () => doStep(person, flow, step))
      if (!(await isThere(person, flow, deed.after)))
        throw new Unproven(`${event} does not lead to ${deed.after.state}.`)
      if (!sent) {
        await person.session.context.close()
        return suffered
      }
      mayBeIn = isIn(await person.signedIn())
      // A browser that will not go back to the answer of a form shows that; so people load it again.
      await next(person.page).catch(() => undefined)
      await judge(person, when, { mayBeIn, stood })
    }
    for (const fault of onTheWay) {
      const { person, stood } = await begin()
      await spoil(person, () => doStep(person, flow, step), fault)
      await judge(person, fault.when, { mayBeIn, stood })
    }
  } catch (error) {
    if (!(error instanceof Unproven || error instanceof NotThere)) throw error
    suffered.unreached.push(`${event} at ${before.state} (${given}): ${error.message}`)
  }
  return suffered
}
