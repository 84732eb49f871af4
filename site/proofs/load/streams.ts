import { setTimeout as wait } from 'node:timers/promises'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import { followStream } from '../../tenant/testing/follow-stream.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { atMost } from './together.ts'

/** What the clock of each sandbox is moved by, so that its event is known among others, in ms. */
const MOVE = 1_234

/** Sandboxes, made ten at a time. */
export const makeSandboxes = ({ tenant }: Addresses, count: number): Promise<ControlClient[]> =>
  atMost(10, Array.from({ length: count }), () => ControlClient.create(tenant))

/** Opens a stream per sandbox, moves every clock, and answers how long it took until every stream had said so, in ms. */
export async function streamAll(sandboxes: readonly ControlClient[]): Promise<number> {
  const streams = await atMost(20, sandboxes, async (sandbox) => followStream(await sandbox.call('/events')))
  const began = performance.now()
  await atMost(20, sandboxes, (sandbox) => sandbox.advance(MOVE))
  while (!streams.every(({ seen }) => seen.text.includes(`"advanced":${MOVE}`))) await wait(10)
  const took = performance.now() - began
  await Promise.all(streams.map(({ stop }) => stop()))
  return took
}
