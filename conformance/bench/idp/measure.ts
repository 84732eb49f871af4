import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Browser, browser } from './browser.ts'
import type { ContestantName, Served } from './contestants.ts'
import { login, metadataOf, tokens } from './tasks.ts'

const script = fileURLToPath(new URL('./server.ts', import.meta.url))

/** A task and how often it is done in one round. */
export interface Task {
  name: string
  times: number
  /** Answers what does it once. */
  prepare(browser: Browser, served: Served): Promise<() => Promise<unknown>>
}

export const tasks: readonly Task[] = [
  {
    name: 'login',
    times: 20,
    async prepare(visitor, served) {
      const endpoints = await metadataOf(visitor, served)
      return async () => {
        await visitor.forget()
        await login(visitor, served, endpoints)
      }
    },
  },
  {
    name: 'token (refresh)',
    times: 50,
    async prepare(visitor, served) {
      const endpoints = await metadataOf(visitor, served)
      // oidc-provider wants a prompt for offline_access; the development pages give no refresh token without.
      let { refresh_token = '' } = await login(visitor, served, endpoints, 'openid offline_access')
      return async () => {
        const form = { grant_type: 'refresh_token', refresh_token }
        refresh_token = (await tokens(visitor, served, endpoints, form)).refresh_token ?? refresh_token
      }
    },
  },
  {
    name: 'discovery',
    times: 100,
    prepare: async (visitor, served) => () => metadataOf(visitor, served),
  },
]

/** One contestant in its own process. */
export interface Running {
  name: ContestantName
  served: Served
  child: ChildProcess
}

export async function startContestant(name: ContestantName): Promise<Running> {
  const child = fork(script, [name], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ served }] = await once(child, 'message')
  return { name, served, child }
}

async function cpuOf({ child }: Running): Promise<number> {
  const answer = once(child, 'message')
  child.send('cpu')
  const [{ cpu }] = await answer
  return cpu
}

/** What one round took, per time the task was done: ms on the clock, and ms of the server's processor time. */
export interface Round {
  wall: number
  cpu: number
}

/** Does a task some times at one contestant, one after the other. */
export async function measure(running: Running, task: Task, times = task.times): Promise<Round> {
  const visitor = browser()
  const once = await task.prepare(visitor, running.served)
  await once()
  const cpuBefore = await cpuOf(running)
  const before = performance.now()
  for (let time = 0; time < times; time += 1) await once()
  const wall = performance.now() - before
  const cpu = (await cpuOf(running)) - cpuBefore
  await visitor.close()
  return { wall: wall / times, cpu: cpu / 1000 / times }
}
