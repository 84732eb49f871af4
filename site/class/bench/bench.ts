import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packs } from '@doorstep/machines'
import { markdownTable } from '../../../conformance/report/markdown-table.ts'
import { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { percentile } from '../model/board.ts'
import { samePlace } from '../model/place.ts'
import { numbered, placeIn, scriptOf } from '../model/script.ts'
import { standingOf } from '../model/standing.ts'
import { BenchBoard, BenchPerson, createClass } from './person.ts'

const PEOPLE = 300
/** Within which all of them join, in ms. */
const OPENING = 10_000
/** Each does something once in that time, in ms. */
const PACE = 3_000
const ROUNDS = 8

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface Tally {
  errors: string[]
  join: number[]
  action: number[]
  board: number[]
  back: number[]
  lost: number
}

/** Runs `action` for everyone, spread evenly over a time, and counts what goes wrong. */
async function spread<T>(
  all: readonly T[],
  over: number,
  errors: string[],
  action: (one: T) => Promise<void>,
) {
  await Promise.all(
    all.map(async (one, n) => {
      await pause((n / all.length) * over)
      await action(one).catch(({ message }: Error) => errors.push(message))
    }),
  )
}

/**
 * A class of 300 against the real server in a process of its own: they join within ten seconds from one address, walk, and the
 * server is killed in the middle and started again.
 */
export async function classBench(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-class-bench-'))
  const server = new DoorstepProcess({ folder })
  try {
    await server.start()
    return await measure(server)
  } finally {
    await server.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(server: DoorstepProcess): Promise<string> {
  const [pack] = packs
  const flow = pack?.flows[0]
  if (!pack || !flow) throw new Error('There is no flow to walk.')
  const given = Object.keys(flow.givens)[0] ?? ''
  const script = scriptOf(flow, given)
  const { code, keys } = await createClass(server.at.site, {
    title: 'Bench',
    pack: pack.id,
    flow: flow.id,
    given,
  })
  const tally: Tally = { errors: [], join: [], action: [], board: [], back: [], lost: 0 }
  const board = new BenchBoard(server.at.site, code, keys.trainer)
  const people = Array.from({ length: PEOPLE }, () => new BenchPerson(server.at.site, code))
  const before = server.memory()

  await spread(people, OPENING, tally.errors, async (person) => {
    tally.join.push(await person.join(pack.id))
  })
  const after = server.memory()

  const walked = numbered(script).map(({ n }) => placeIn(script, n + 1))
  const walkOnce = async (person: BenchPerson, round: number) => {
    const place = walked[round % walked.length] ?? placeIn(script, 0)
    const began = performance.now()
    const done = standingOf(flow, place)
    tally.action.push(await person.move(place))
    while (board.rows.get(person.id)?.state !== done?.state) {
      if (performance.now() - began > 10_000) throw new Error('The board did not show a move within 10 s.')
      await pause(2)
    }
    tally.board.push(Math.max(0, (board.rows.get(person.id)?.at ?? 0) - began))
  }
  for (let round = 0; round < ROUNDS; round += 1)
    await spread(people, PACE, tally.errors, (person) => walkOnce(person, round))

  await server.kill()
  await server.start()
  const restarted = performance.now()
  await Promise.all(
    people.map(async (person) => {
      const view = await person.present()
      tally.back.push(performance.now() - restarted)
      if (!view || !person.acknowledged || !samePlace(view.me.place, person.acknowledged)) tally.lost += 1
    }),
  )
  for (const person of people) person.close()
  board.close()
  return report(tally, before, after)
}

const ms = (value: number | undefined) => (value === undefined ? '–' : `${Math.round(value)} ms`)

function report({ errors, join, action, board, back, lost }: Tally, before?: number, after?: number): string {
  const each = before === undefined || after === undefined ? undefined : (after - before) / PEOPLE
  const line = (what: string, values: readonly number[], wanted: string) => [
    ...[what, String(values.length), ms(percentile(values, 50)), ms(percentile(values, 95))],
    ...[ms(Math.max(...values)), wanted],
  ]
  const kinds = [...new Set(errors)].slice(0, 3).map((error) => `“${error}”`)
  return [
    markdownTable(
      ['', 'number', 'median', 'p95', 'slowest', 'wanted'],
      [
        line('first screen', join, 'p95 ≤ 5000 ms'),
        line('action', action, 'p95 ≤ 500 ms'),
        line('action until it is on the board', board, 'p95 ≤ 200 ms'),
        line('back, once the server answers after kill -9', back, 'p95 ≤ 2000 ms'),
      ],
    ),
    `Errors: ${errors.length}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}. Places lost in the kill: ${lost} of ${PEOPLE}. Memory: ${
      each === undefined ? 'not known on this system' : `${each.toFixed(2)} MB for each participant`
    }, of at most 2.`,
    `${PEOPLE} people join within ${OPENING / 1000} s and take one step in ${PACE / 1000} s each, ${ROUNDS} times; all from one address, clients on
the same machine, in model mode. A first screen is the page, joining, the first message of the stream, and what the flow needs; the
scripts of the page, which a browser keeps, are not loaded.`,
  ].join('\n\n')
}
