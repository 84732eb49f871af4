import type { Flow } from '../../../machines/model/flow.ts'
import { NotTestable } from '../bench/outcome.ts'
import { isAcceptedEnd } from '../bench/walk-to.ts'
import { Walker } from '../bench/walker.ts'
import { type Check, defineCheck } from '../check.ts'
import { attemptsOf } from './attempts.ts'
import { afterwards, onTheWay } from './kinds.ts'
import { Trial, tryFault } from './trial.ts'

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
    flow: flow.id,
    seconds: 900,
    claims: {
      'goes-on': `after each of ${onTheWay.length + afterwards.length} faults of each request the person can continue`,
    },
    async prove(bench) {
      const trials = attemptsOf(flow, bench.target, others).map((attempt) => new Trial(flow, attempt))
      const walker = new Walker(bench, flow)
      for (const fault of [...afterwards, ...onTheWay]) {
        const left = new Set(trials.filter(({ ended }) => !ended))
        for (let route = walker.nearest(left); route; route = walker.nearest(left)) {
          left.delete(route.stop)
          await tryFault(flow, walker, route, fault)
        }
        await walker.leave()
      }
      const isTried = trials.some(({ tried }) => tried > 0)
      const wrong = trials.flatMap((trial) => trial.wrong)
      const unreached = trials.flatMap(({ name, ended }) =>
        ended instanceof Error && !isAcceptedEnd(bench, ended) ? `${name}: ${ended.message}` : [],
      )
      if (!isTried && unreached.length === 0)
        throw new NotTestable(`No event of ${flow.id} sends anything to the target.`)
      if (isTried) bench.claim('goes-on', wrong.length === 0, wrong.join('; '))
      if (unreached.length > 0)
        bench.unproven('goes-on', `Not reached, so not tried: ${unreached.join('; ')}`)
    },
  })
