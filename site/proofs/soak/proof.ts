import { setTimeout as wait } from 'node:timers/promises'
import { markdownTable, milliseconds } from '../../../conformance/report/markdown-table.ts'
import { Walk } from '../../tenant/testing/walk.ts'
import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import { get, Witness } from '../common/witness.ts'
import { Learning } from '../kill/learning.ts'
import { Mailing } from '../kill/mailing.ts'
import type { Proof } from '../proof.ts'

const MINUTES = 30
/** The time is cut into that many parts, and the last is compared with the second: the first fills caches. */
const PARTS = 6
/**
 * What the last part may have more than the second: heap and memory in MB, and latency as a factor. The heap tells a leak, because it
 * is read after a collection; the memory of the process also has what V8 has not collected yet.
 */
const MOST = { heap: 15, memory: 60, factor: 2 }

interface Part {
  walks: number
  p95: number
  heap: number
  memory: number
  failures: string[]
}

/** Walks, and pages of the provider and the site, for one part of the time. */
async function measurePart(server: DoorstepProcess, ms: number): Promise<Part> {
  const { at } = server
  const walking = async () => {
    const walk = await Walk.invite(at.tenant)
    await walk.activate()
    await walk.logIn()
    await walk.logOut()
    await walk.drop()
  }
  const walks = [new Witness(walking), new Witness(walking)]
  const pages = [at.provider, `${at.site}/live.json`].map((url) => new Witness((signal) => get(url, signal)))
  await wait(ms)
  await Promise.all([...walks, ...pages].map((witness) => witness.stop()))
  return {
    walks: walks.reduce((sum, { times }) => sum + times.length, 0),
    p95: Math.max(...walks.map((witness) => witness.p(95))),
    memory: server.memory() ?? Number.NaN,
    heap: await server.heap(),
    failures: [...walks, ...pages].flatMap(({ failures }) => failures),
  }
}

export const soakProof: Proof = {
  about: 'mixed use for 30 minutes: memory and latency stay flat',
  prove: ({ minutes = MINUTES }) =>
    withDoorstep({ collects: true }, async (server) => {
      const others = [new Learning(server.at), new Learning(server.at), new Mailing(server.at)]
      const using = others.map((other) => other.act())
      const parts: Part[] = []
      for (let n = 0; n < PARTS; n++) parts.push(await measurePart(server, (minutes * 60_000) / PARTS))
      const lost = (await Promise.all(others.map((other) => other.look()))).flatMap((found) => found.lost)
      await server.kill('SIGTERM')
      await Promise.all(using)
      const [, second, ...rest] = parts
      const last = rest.at(-1)
      const rows = parts.map(({ walks, p95, heap, memory, failures }, n) => [
        ...[
          `${n + 1} of ${PARTS}`,
          String(walks),
          milliseconds(p95),
          `${Math.round(heap)} MB`,
          `${Math.round(memory)} MB`,
          String(failures.length),
        ],
      ])
      const failures = parts.flatMap((part) => part.failures)
      return {
        text: markdownTable(['part of the time', 'walks', 'walk, p95', 'heap', 'memory', 'failures'], rows),
        problems: [
          ...(failures.length > 0 ? [`${failures.length} failed, such as: ${failures[0]}`] : []),
          ...(lost.length > 0 ? [`lost: ${lost.join(', ')}`] : []),
          ...(second && last && last.heap - second.heap > MOST.heap
            ? ['the heap grows: something leaks.']
            : []),
          ...(second && last && last.memory - second.memory > MOST.memory ? ['memory grows.'] : []),
          ...(second && last && last.p95 > second.p95 * MOST.factor ? ['walks become slower.'] : []),
        ],
      }
    }),
}
