import { percentile } from '../../class/model/board.ts'
import { Walk } from '../../tenant/testing/walk.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { get, Witness } from '../common/witness.ts'
import { atMost } from './together.ts'

export interface Crowded {
  /** One walk when nobody else is there, in ms. */
  alone: number
  /** From the instant until everyone is in, in ms. */
  all: number
  median: number
  p95: number
  /** Of `/health` meanwhile, in ms. */
  health: number
  failures: string[]
}

const timeOf = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Activation and first log-in. */
async function getIn(walk: Walk) {
  await walk.activate()
  await walk.logIn()
}

/** Everyone activates and logs in, beginning in the same instant. */
export async function crowd({ tenant }: Addresses, people: number): Promise<Crowded> {
  const walks = await atMost(8, Array.from({ length: people + 3 }), () => Walk.invite(tenant))
  const alone: number[] = []
  for (const walk of walks.splice(0, 3)) alone.push(await timeOf(() => getIn(walk)))
  const health = new Witness((signal) => get(`${tenant}/health`, signal), 50)
  const failures: string[] = []
  const times: number[] = []
  const all = await timeOf(() =>
    Promise.all(
      walks.map(async (walk) => {
        const took = await timeOf(() => getIn(walk).catch(({ message }: Error) => failures.push(message)))
        times.push(took)
      }),
    ),
  )
  await health.stop()
  return {
    ...{
      all,
      alone: percentile(alone, 50) ?? 0,
      median: percentile(times, 50) ?? 0,
      p95: percentile(times, 95) ?? 0,
    },
    health: health.p(95),
    failures: [...failures, ...health.failures],
  }
}
