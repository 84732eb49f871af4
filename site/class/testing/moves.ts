import { packs } from '@doorstep/machines'
import { choicesAt, walk } from '../../../machines/model/walk.ts'
import { placeIn, scriptOf } from '../model/script.ts'
import { settings } from './class-client.ts'

const flow = packs[0]?.flows.find(({ id }) => id === settings.flow)
if (!flow) throw new Error('There is no flow to test with.')

/** The documented way through the flow of test classes. */
export const script = scriptOf(flow, settings.given)

export const placeAt = (n: number) => placeIn(script, n)

/** The request of someone who has come to the n-th place of the way. */
export const move = (n: number, moved = 0) => ({ act: 'move', place: placeAt(n), moved })

const way = script.steps.map(({ event }) => event)
const [again] = walk(flow, settings.given, way).flatMap((moment, n) =>
  choicesAt(flow, moment).flatMap(({ event, meta, source, target }) =>
    meta.refused && source === target ? { event, before: way.slice(0, n) } : [],
  ),
)

/** The place after a refused attempt, made that often. */
export function placeAfterRefusals(times: number) {
  const events = [...(again?.before ?? []), ...Array<string>(times).fill(again?.event ?? '')]
  return { ...placeAt(0), walk: events, at: events.length }
}
