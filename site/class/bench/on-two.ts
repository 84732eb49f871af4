import { makeSchema } from '../../tenant/testing/open-test-store.ts'
import { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { comeBack } from './in-model.ts'
import { BenchBoard } from './person.ts'
import { errorWords, Measured, OPENING, openRoom, PACE, PEOPLE, spread } from './room.ts'

const ROUNDS = 4

/**
 * A class of 300 at two processes on one PostgreSQL, half of them at each. In the middle, one is killed, and its people go to the
 * other.
 */
export async function onTwo(database: string, folder: string): Promise<string> {
  const schema = await makeSchema(database)
  const start = async () => {
    const server = new DoorstepProcess({ folder, env: { DATABASE_URL: schema.url } })
    await server.start()
    return server
  }
  const servers: DoorstepProcess[] = []
  try {
    servers.push(await start(), await start())
    const [first, second] = servers as [DoorstepProcess, DoorstepProcess]
    return await measure(first, second)
  } finally {
    for (const server of servers) await server.kill('SIGTERM')
    await schema.drop()
  }
}

async function measure(first: DoorstepProcess, second: DoorstepProcess): Promise<string> {
  const { people, code, keys, pack, walkOnce, close } = await openRoom(first)
  const measured = new Measured()
  const { joined, actions, boards, errors } = measured
  for (const person of people.slice(0, PEOPLE / 2)) person.turnTo(second.at.site)
  const walk = async (from: number) => {
    for (let round = from; round < from + ROUNDS; round += 1)
      await spread(people, PACE, errors, async (person) => {
        const { action, board } = await walkOnce(person, round)
        actions.push(action)
        boards.push(board)
      })
  }
  await spread(people, OPENING, errors, async (person) => {
    joined.push(await person.join(pack))
  })
  await walk(0)
  const killed = performance.now()
  await first.kill()
  for (const person of people) person.turnTo(second.at.site)
  const { back, lost } = await comeBack(people, killed)
  const trainer = new BenchBoard(second.at.site, code, keys.trainer)
  const seen = await trainer.first()
  const afterwards = errors.length
  await spread(people, PACE, errors, async (person) => {
    actions.push(await person.back())
  })
  trainer.close()
  close()
  return [
    '**Two processes on one PostgreSQL, one of which is killed**',
    measured.table({ action: 'action', board: 'action at either until it is on the board of one' }, [
      'back at the other after kill -9',
      back,
      'p95 ≤ 2000 ms',
    ]),
    `${errorWords(errors)} After the kill: ${errors.length - afterwards}. Places lost: ${lost} of ${PEOPLE}. The trainer sees ${seen} people
at the other.`,
  ].join('\n\n')
}
