import { setTimeout as wait } from 'node:timers/promises'
import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { Learning } from './learning.ts'
import { Mailing } from './mailing.ts'
import { type Found, nothingFound, type Suspect } from './suspect.ts'
import { Walking } from './walking.ts'

const WALKERS = 5
const LEARNERS = 3
const SENDERS = 2
/** The server is killed within that time, in ms. */
const LONGEST = 3_000

export interface Killed extends Found {
  kills: number
  /** From the start of the process until it is ready, in ms. */
  starts: number[]
}

interface Limits {
  times: number
  /** After which it kills no more. */
  minutes: number
}

/** Kills a server again and again in the middle of what people do, starts it again, and looks for everything that it had acknowledged. */
export async function killOften(server: DoorstepProcess, { times, minutes }: Limits): Promise<Killed> {
  const over = performance.now() + minutes * 60_000
  const killed: Killed = { ...nothingFound(), kills: 0, starts: [] }
  const many = (count: number, make: () => Suspect) => Array.from({ length: count }, make)
  const suspects = [
    ...many(WALKERS, () => new Walking(server.at)),
    ...many(LEARNERS, () => new Learning(server.at)),
    ...many(SENDERS, () => new Mailing(server.at)),
  ]
  while (killed.kills < times && performance.now() < over) {
    const acting = suspects.map((suspect) => suspect.act())
    await wait(Math.random() * LONGEST)
    await server.kill()
    await Promise.all(acting)
    killed.kills += 1
    const began = performance.now()
    await server.start()
    killed.starts.push(performance.now() - began)
    for (const found of await Promise.all(suspects.map((suspect) => suspect.look()))) {
      killed.acknowledged += found.acknowledged
      killed.lost.push(...found.lost)
      killed.double.push(...found.double)
      killed.half.push(...found.half)
    }
  }
  return killed
}
