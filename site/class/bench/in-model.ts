import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { samePlace } from '../model/place.ts'
import type { BenchPerson } from './person.ts'
import { errorWords, Measured, memoryWords, OPENING, openRoom, PACE, PEOPLE, spread } from './room.ts'

const ROUNDS = 8

/** Everyone asks where they are. Answers how long each waits, in ms, and how many have lost their place. */
export async function comeBack(people: readonly BenchPerson[], since: number) {
  const back: number[] = []
  let lost = 0
  await Promise.all(
    people.map(async (person) => {
      const view = await person.present()
      back.push(performance.now() - since)
      if (!view || !person.acknowledged || !samePlace(view.me.place, person.acknowledged)) lost += 1
    }),
  )
  return { back, lost }
}

/** A class of 300 that walks in the model: they join, they walk, and the server is killed in the middle and started again. */
export async function inModel(server: DoorstepProcess): Promise<string> {
  const { people, pack, walkOnce, close } = await openRoom(server)
  const measured = new Measured()
  const { joined, actions, boards, errors } = measured
  const before = server.memory()
  await spread(people, OPENING, errors, async (person) => {
    joined.push(await person.join(pack))
  })
  const after = server.memory()
  for (let round = 0; round < ROUNDS; round += 1)
    await spread(people, PACE, errors, async (person) => {
      const { action, board } = await walkOnce(person, round)
      actions.push(action)
      boards.push(board)
    })
  await server.kill()
  await server.start()
  const { back, lost } = await comeBack(people, performance.now())
  close()
  return [
    '**In the model**',
    measured.table({ action: 'action', board: 'action until it is on the board' }, [
      'back, once the server answers after kill -9',
      back,
      'p95 ≤ 2000 ms',
    ]),
    `${errorWords(errors)} Places lost in the kill: ${lost} of ${PEOPLE}. ${memoryWords(before, after)}`,
    `${PEOPLE} people join within ${OPENING / 1000} s and take one step in ${PACE / 1000} s each, ${ROUNDS} times; all from one address,
clients on the same machine. A first screen is the page, joining, the first message of the stream, and what the flow needs; the scripts of
the page, which a browser keeps, are not loaded.`,
  ].join('\n\n')
}
