import { ControlClient } from '../../tenant/testing/control-client.ts'
import { Walk } from '../../tenant/testing/walk.ts'
import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { errorWords, Measured, memoryWords, OPENING, openRoom, PACE, PEOPLE, pause, spread } from './room.ts'

/** How long sandboxes are made before people come, in ms. */
const WARMING = 30_000

/** A class of 300 that walks live: each activates an account and logs in at the tenant, which hashes passwords meanwhile. */
export async function live(server: DoorstepProcess): Promise<string> {
  const settings = { mode: 'live', expected: PEOPLE }
  const { people, pack, given, walkOnce, close } = await openRoom(server, settings)
  await pause(WARMING)
  const measured = new Measured()
  const { joined, actions, boards, errors } = measured
  const steps: (readonly (() => Promise<unknown>)[])[] = []
  const streams = new AbortController()
  const before = server.memory()
  await spread(people, OPENING, errors, async (person, n) => {
    const began = performance.now()
    await person.join(pack)
    const made = await person.sandbox(given)
    const control = new ControlClient(`${server.at.tenant}/control/sandboxes`, made)
    const walk = await Walk.of(server.at.tenant, control)
    joined.push(performance.now() - began)
    // A browser follows its sandbox, too.
    void control
      .call('/events', { signal: streams.signal })
      .then((answer) => answer.text())
      .catch(() => undefined)
    steps[n] = [...walk.activating, ...walk.loggingIn]
  })
  const rounds = Math.max(...steps.map((all) => all?.length ?? 0))
  for (let round = 0; round < rounds; round += 1)
    await spread(people, PACE, errors, async (person, n) => {
      const began = performance.now()
      await steps[n]?.[round]?.()
      actions.push(performance.now() - began)
      boards.push((await walkOnce(person, round)).board)
    })
  const after = server.memory()
  streams.abort()
  close()
  return [
    '**Live**',
    measured.table({ action: 'action at the tenant', board: 'step until it is on the board' }),
    `${errorWords(errors)} ${memoryWords(before, after)}`,
    `The class was announced ${WARMING / 1000} s before. Each of ${PEOPLE} people joins within ${OPENING / 1000} s, gets a sandbox, follows it,
activates an account and logs in, one of ${rounds} steps in ${PACE / 1000} s. Two of the steps hash a password (Argon2id, 7 MiB, five passes).`,
  ].join('\n\n')
}
