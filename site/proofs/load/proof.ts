import { markdownTable, milliseconds } from '../../../conformance/report/markdown-table.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import type { Proof } from '../proof.ts'
import { crowd } from './people.ts'
import { makeSandboxes, streamAll } from './streams.ts'

const PEOPLE = 300
const SANDBOXES = 1_000
/** What the whole proof asks of two cores: MB, and milliseconds. A part of the people proves neither. */
const MOST_MEMORY = 350
const MOST_ALL = 12_000
const MOST_HEALTH = 100

/** How many walks are done in the time of one alone: what the crowd costs beyond its work. */
const ratio = (people: number, { all, alone }: { all: number; alone: number }) =>
  ((people * alone) / all).toFixed(2)

export const loadProof: Proof = {
  about: '300 people activate and log in at the same instant; 1,000 sandboxes in memory; 1,000 event streams',
  async prove({ times: people = PEOPLE }) {
    const room = { env: { MAX_SANDBOXES: '5000' } }
    const crowded = await withDoorstep(room, ({ at }) => crowd(at, people))
    const { memory, streams } = await withDoorstep(room, async (server) => {
      const sandboxes = await makeSandboxes(server.at, SANDBOXES)
      const memory = server.memory() ?? 0
      const streams = await streamAll(sandboxes).catch(() => Number.POSITIVE_INFINITY)
      return { memory, streams }
    })
    const rows = [
      ['one walk alone', milliseconds(crowded.alone)],
      [`${people} walks begun in the same instant, all done after`, milliseconds(crowded.all)],
      ['a walk among them, median', milliseconds(crowded.median)],
      ['a walk among them, p95', milliseconds(crowded.p95)],
      ['walks done in the time of one alone', ratio(people, crowded)],
      ['`/health` meanwhile, p95', milliseconds(crowded.health)],
      ['failures', String(crowded.failures.length)],
      [`memory with ${SANDBOXES} sandboxes`, `${Math.round(memory)} MB`],
      [`${SANDBOXES} streams hear of an event each, all after`, milliseconds(streams)],
    ]
    return {
      text: markdownTable(['what', 'measured'], rows),
      problems: [
        ...(crowded.failures.length > 0
          ? [`${crowded.failures.length} failed, such as: ${crowded.failures[0]}`]
          : []),
        ...(Number.isFinite(streams) ? [] : ['not every stream could be opened.']),
        ...(people >= PEOPLE && crowded.all > MOST_ALL
          ? [`${people} people take ${milliseconds(crowded.all)}, not ${milliseconds(MOST_ALL)}.`]
          : []),
        ...(people >= PEOPLE && crowded.health > MOST_HEALTH
          ? [`\`/health\` takes ${milliseconds(crowded.health)}, not ${milliseconds(MOST_HEALTH)}.`]
          : []),
        ...(memory > MOST_MEMORY ? [`${SANDBOXES} sandboxes take ${Math.round(memory)} MB.`] : []),
      ],
    }
  },
}
