import { once } from 'node:events'
import { browser } from './browser.ts'
import { type Running, startContestant } from './measure.ts'
import { login, metadataOf } from './tasks.ts'

/** More than refresh tokens live. */
const longTime = 100 * 24 * 60 * 60 * 1000

async function memoryOf({ child }: Running): Promise<number> {
  const answer = once(child, 'message')
  child.send('memory')
  const [{ memory }] = await answer
  return memory / 2 ** 20
}

export interface MemoryCurve {
  start: number
  /** After each turn, before time passes. */
  turns: number[]
  /** After the last turn and `reset()`. */
  reset: number
}

/**
 * Memory in use after each of some turns, in MB. In a turn many users log in, and then so much simulated time passes that nothing of
 * it is good any longer.
 */
export async function memoryCurve(turns: number, logins: number): Promise<MemoryCurve> {
  const running = await startContestant('ours, OpenID provider, ES256')
  const first = browser()
  const endpoints = await metadataOf(first, running.served)
  const visitors = [first, browser(), browser()]
  /** Several people at once, as many times as there are logins. */
  const signIn = (times: number) =>
    Promise.all(
      visitors.map(async (visitor, offset) => {
        for (let time = offset; time < times; time += visitors.length) {
          await visitor.forget()
          await login(visitor, running.served, endpoints, 'openid offline_access')
        }
      }),
    )
  // What is loaded and compiled at the first logins is no growth.
  await signIn(50)
  const start = await memoryOf(running)
  const used: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    await signIn(logins)
    used.push(await memoryOf(running))
    running.child.send({ pass: longTime })
  }
  const answer = once(running.child, 'message')
  running.child.send('reset')
  await answer
  const reset = await memoryOf(running)
  await Promise.all(visitors.map((visitor) => visitor.close()))
  running.child.disconnect()
  return { start, turns: used, reset }
}
