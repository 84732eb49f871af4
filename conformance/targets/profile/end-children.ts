import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { endProcess } from '../server-process.ts'

/** Where Node tells of each process that it starts. */
const CHANNEL = 'child_process'

/** Does something, and ends the processes that it has started where it fails: nobody else knows of them then. */
export async function endingChildrenIfItFails<T>(work: () => Promise<T>): Promise<T> {
  const children: ChildProcess[] = []
  const note = (message: unknown) => {
    children.push((message as { process: ChildProcess }).process)
  }
  subscribe(CHANNEL, note)
  try {
    return await work()
  } catch (error) {
    await Promise.all(children.map(endProcess))
    throw error
  } finally {
    unsubscribe(CHANNEL, note)
  }
}
