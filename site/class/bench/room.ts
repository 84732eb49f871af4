import { packs } from '@doorstep/machines'
import { markdownTable } from '../../../conformance/report/markdown-table.ts'
import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { percentile } from '../model/board.ts'
import { numbered, placeIn, scriptOf } from '../model/script.ts'
import { standingOf } from '../model/standing.ts'
import { BenchBoard, BenchPerson, createClass } from './person.ts'

export const PEOPLE = 300
/** Within which all of them join, in ms. */
export const OPENING = 10_000
/** Each does something once in that time, in ms. */
export const PACE = 3_000

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Runs `action` for everyone, spread evenly over a time, and counts what goes wrong. */
export async function spread<T>(
  all: readonly T[],
  over: number,
  errors: string[],
  action: (one: T, n: number) => Promise<void>,
) {
  await Promise.all(
    all.map(async (one, n) => {
      await pause((n / all.length) * over)
      await action(one, n).catch(({ message }: Error) => errors.push(message))
    }),
  )
}

/** The flow that is walked, and its way. */
function theWay() {
  const [pack] = packs
  const flow = pack?.flows[0]
  if (!pack || !flow) throw new Error('There is no flow to walk.')
  const given = Object.keys(flow.givens)[0] ?? ''
  const script = scriptOf(flow, given)
  return { pack: pack.id, flow, given, walked: numbered(script).map(({ n }) => placeIn(script, n + 1)) }
}

/** A class with its board and with people who have not joined yet. */
export async function openRoom(server: DoorstepProcess, settings: object = {}) {
  const { pack, flow, given, walked } = theWay()
  const made = { title: 'Bench', pack, flow: flow.id, given, ...settings }
  const { code, keys } = await createClass(server.at.site, made)
  const board = new BenchBoard(server.at.site, code, keys.trainer)
  const people = Array.from({ length: PEOPLE }, () => new BenchPerson(server.at.site, code))
  /** Takes a step in the class. Answers how long that takes, and until it is on the board, in ms. */
  const walkOnce = async (person: BenchPerson, round: number) => {
    const place = walked[round % walked.length]
    if (!place) throw new Error('The way has no places.')
    const began = performance.now()
    const done = standingOf(flow, place)
    const action = await person.move(place)
    while (board.rows.get(person.id)?.state !== done?.state) {
      if (performance.now() - began > 10_000) throw new Error('The board did not show a move within 10 s.')
      await pause(2)
    }
    return { action, board: Math.max(0, (board.rows.get(person.id)?.at ?? 0) - began) }
  }
  const close = () => {
    for (const person of people) person.close()
    board.close()
  }
  return { code, keys, pack, given, board, people, walkOnce, close }
}

const ms = (value: number | undefined) => (value === undefined ? '–' : `${Math.round(value)} ms`)

/** One line of a table of times. */
const line = (what: string, values: readonly number[], wanted: string) => [
  ...[what, String(values.length), ms(percentile(values, 50)), ms(percentile(values, 95))],
  ...[ms(values.length > 0 ? Math.max(...values) : undefined), wanted],
]

const HEADINGS = ['', 'number', 'median', 'p95', 'slowest', 'wanted']

/** Times of a part of the bench, in ms, and what went wrong in it. */
export class Measured {
  readonly joined: number[] = []
  readonly actions: number[] = []
  /** From the beginning of a move until it is on the board. */
  readonly boards: number[] = []
  readonly errors: string[] = []

  /** @param further lines of this part alone: what, times, wanted */
  table(words: { action: string; board: string }, ...further: Parameters<typeof line>[]): string {
    return markdownTable(HEADINGS, [
      line('first screen', this.joined, 'p95 ≤ 5000 ms'),
      line(words.action, this.actions, 'p95 ≤ 500 ms'),
      line(words.board, this.boards, 'p95 ≤ 200 ms'),
      ...further.map((one) => line(...one)),
    ])
  }
}

/** How many errors there were, with the first kinds of them. */
export function errorWords(errors: readonly string[]): string {
  const kinds = [...new Set(errors)].slice(0, 3).map((error) => `“${error}”`)
  return `Errors: ${errors.length}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}.`
}

export function memoryWords(before: number | undefined, after: number | undefined): string {
  if (before === undefined || after === undefined) return 'Memory: not known on this system.'
  return `Memory: ${Math.max(0, (after - before) / PEOPLE).toFixed(2)} MB for each participant, of at most 2.`
}
