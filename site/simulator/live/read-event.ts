import type { NumberedEvent, TenantEvent } from '../../tenant/events.ts'

/** What a stream may hold: earlier versions have written events that this one does not know, and they are still in its store. */
export type StreamedEvent = NumberedEvent | UnknownEvent

/** Something has happened that nothing can be made of. */
export interface UnknownEvent {
  kind: 'unknown'
  n: number
}

type Kind = TenantEvent['kind']
type Shape = Readonly<Record<string, 'string' | 'number' | 'object'>>

/** What is read of each kind without asking whether it is there. */
const shapes: Readonly<Record<Kind, Shape>> = {
  act: { did: 'object' },
  request: { method: 'string', path: 'string', status: 'number' },
  token: { use: 'string', header: 'object', claims: 'object' },
  refused: { code: 'string', reason: 'string' },
  mail: { id: 'number' },
  clock: { now: 'number', advanced: 'number' },
}

const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(shapes, kind)

const actions = ['visit', 'follow', 'send', 'return']

/** Whether what was done has all that a tracker goes by. */
function isAction(did: Record<string, unknown>): boolean {
  const { what, was, screen, fields } = did
  if (typeof what !== 'string' || !actions.includes(what)) return false
  if (what === 'follow') return Array.isArray(was)
  return what !== 'send' || (typeof screen === 'string' && typeof fields === 'object' && fields !== null)
}

/** Reads the data of one server-sent event. */
export function readEvent(data: string): StreamedEvent {
  const read = JSON.parse(data) as Record<string, unknown> & { n: number }
  const { kind, n } = read
  const isWhole =
    isKind(kind) &&
    Object.entries(shapes[kind]).every(([name, type]) => typeof read[name] === type && read[name] !== null) &&
    (kind !== 'act' || isAction(read.did as Record<string, unknown>))
  return isWhole ? (read as unknown as NumberedEvent) : { kind: 'unknown', n }
}
