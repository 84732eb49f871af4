import { expect, test } from 'vitest'
import type { BoardMessage } from '../model/views.ts'
import { makeKey, settings } from '../testing/class-client.ts'
import { start } from '../testing/start.ts'

const from = (network: string) => ({ 'x-network': network })
const options = {
  now: () => 1_800_000_000_000,
  networkOf: (c: { req: { header(name: string): string | undefined } }) => c.req.header('x-network') ?? '',
}
const wrong = '/classes/AAAAAA'
const statusOf = (answer: { status: number }) => answer.status

/** A class, and a network that has guessed as often as it may. */
async function afterGuesses() {
  const classes = await start(options)
  const made = await classes.create()
  const ada = await made.join('Ada')
  const guess = (path: string, key?: string) => classes.json('GET', path, key, undefined, from('guessing'))
  const all = await Promise.all(Array.from({ length: 100 }, () => guess(wrong)))
  const join = (body: object, network = 'guessing') =>
    classes.json(
      'POST',
      `${made.at}/join`,
      undefined,
      { key: makeKey(), device: makeKey(), ...body },
      from(network),
    )
  return { ...classes, ...made, ada, all, guess, join }
}

test('a network that guesses many codes at once soon hears the same of a right one as of a wrong one', async () => {
  const { all, guess, at, join } = await afterGuesses()
  expect(all.map(statusOf)).toEqual([...Array(60).fill(404), ...Array(40).fill(429)])
  const [right, other] = [await guess(at), await guess(wrong)]
  expect(right).toEqual(other)
  expect(right.body.error.code).toBe('too-many-guesses')
  expect((await join({})).status).toBe(429)
})

test('a key that is not known is a guess, too, and opens nothing', async () => {
  const { create, json } = await start(options)
  const { at } = await create()
  const ask = () => json('GET', `${at}/results.json`, makeKey(), undefined, from('guessing'))
  const all = await Promise.all(Array.from({ length: 61 }, ask))
  expect(all.map(statusOf)).toEqual([...Array(60).fill(403), 429])
})

test('the guesses of a network lock nobody out who has a link or has joined, or comes from another network', async () => {
  const { keys, at, ada, guess, json, join, open } = await afterGuesses()
  const stream = await open<BoardMessage>(at, keys.trainer)
  const ticket = (await stream.next())?.data.room?.ticket
  await stream.close()
  expect((await join({ ticket })).status).toBe(201)
  expect((await join({ ticket: 'x'.repeat(16) })).status).toBe(429)
  expect((await join({ key: ada.key })).body.name).toBe('Ada')
  expect((await guess(`${at}/results.json`, keys.trainer)).status).toBe(200)
  expect((await json('POST', `${at}/me`, ada.key, { act: 'hand', up: true }, from('guessing'))).status).toBe(
    200,
  )
  expect((await join({}, 'another')).status).toBe(201)
})

test('what makes a link more than a code is in the links alone', async () => {
  const { create, open, json } = await start()
  const { at, keys, join } = await create()
  const ada = await join('Ada')
  const ticketFor = async (key: string) => {
    const stream = await open(at, key)
    const text = JSON.stringify((await stream.next())?.data)
    await stream.close()
    return text.includes('"ticket"')
  }
  expect([await ticketFor(keys.projector), await ticketFor(keys.remote), await ticketFor(ada.key)]).toEqual([
    ...[true, false, false],
  ])
  expect(JSON.stringify((await json('GET', at)).body)).not.toContain('ticket')
})

test('trainer keys can be guessed as rarely', async () => {
  const { json } = await start({ ...options, trainerKey: 'right' })
  const create = (trainerKey: string, network: string) =>
    json('POST', '/classes', undefined, { ...settings, trainerKey }, from(network))
  const all = await Promise.all(Array.from({ length: 61 }, (_, n) => create(`wrong-${n}`, 'guessing')))
  expect(all.map(statusOf)).toEqual([...Array(60).fill(403), 429])
  expect((await create('right', 'guessing')).status).toBe(429)
  expect((await create('right', 'another')).status).toBe(201)
})
