import { expect, test } from 'vitest'
import { start } from '../testing/start.ts'

const FULL = 300

/** A class that joins without a page have filled. */
async function filled() {
  let now = 1_800_000_000_000
  const pass = (ms: number) => {
    now += ms
  }
  const classes = await start({ now: () => now })
  const made = await classes.create()
  const people = []
  for (let n = 0; n < FULL; n += 1) people.push(await made.join())
  return { ...classes, ...made, people, pass }
}

test('who joins and opens no page soon holds no place', async () => {
  const { join, me, open, at, people, pass } = await filled()
  const [watching, acting] = people
  const stream = await open(at, watching?.key ?? '')
  await stream.next()
  await me(acting?.key ?? '', { act: 'hand', up: true })
  expect((await join('Ada')).body.error.code).toBe('full')
  pass(21_000)
  expect((await join('Ada')).status).toBe(201)
  expect((await me(watching?.key ?? '', { act: 'hand', up: true })).status).toBe(200)
  expect((await me(acting?.key ?? '', { act: 'hand', up: true })).status).toBe(200)
  expect((await me(people[2]?.key ?? '', { act: 'hand', up: true })).status).toBe(403)
  await stream.close()
})

test('the trainer removes everyone who has not done anything, at once, and they may come back', async () => {
  const { create } = await start()
  const { join, me, act } = await create()
  const [ada, bob, cleo] = [await join('Ada'), await join('Bob'), await join('Cleo')]
  await me(ada.key, { act: 'hand', up: true })
  // Moved by the trainer is not moved.
  await act({ act: 'start-over', flow: 'log-in', given: '' })
  expect((await act({ act: 'remove-unmoved' })).body).toMatchObject({ concerned: 2 })
  expect((await me(ada.key, { act: 'hand', up: false })).status).toBe(200)
  for (const { key } of [bob, cleo])
    expect((await me(key, { act: 'hand', up: true })).body.error.code).toBe('removed')
  expect((await join('Dan')).status).toBe(201)
  expect((await act({ act: 'remove-unmoved' })).body).toMatchObject({ concerned: 1 })
  expect((await act({ act: 'remove-unmoved' })).body.error.code).toBe('nobody')
})
