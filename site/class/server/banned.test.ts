import { expect, test } from 'vitest'
import { makeKey } from '../testing/class-client.ts'
import { start } from '../testing/start.ts'

async function withBanned() {
  const { create, json } = await start()
  const made = await create()
  const mallory = await made.join('Mallory')
  await made.act({ act: 'ban', who: mallory.body.id })
  const again = async (change: { key?: string; device?: string }) => {
    const { key, device } = mallory
    const body = { name: 'Someone else', key, device, ...change }
    return (await json('POST', `${made.at}/join`, undefined, body)).status
  }
  return { ...made, json, mallory, again }
}

test('who is banned does not come back with another name, another key or another device', async () => {
  const { again } = await withBanned()
  expect(await again({})).toBe(403)
  expect(await again({ key: makeKey() })).toBe(403)
  expect(await again({ device: makeKey() })).toBe(403)
})

test('a ban outlasts the deletion of everything else', async () => {
  const own = await withBanned()
  expect((await own.json('DELETE', `${own.at}/me`, own.mallory.key)).status).toBe(204)
  expect(await own.again({ key: makeKey() })).toBe(403)
  expect(await own.again({ device: makeKey() })).toBe(403)
  const { at, keys, json, mallory, again } = await withBanned()
  expect((await json('DELETE', `${at}/people/${mallory.body.id}`, keys.trainer)).status).toBe(204)
  expect(await again({ key: makeKey() })).toBe(403)
})

test('who was removed, and not banned, comes back to the same place', async () => {
  const { create, json } = await start()
  const { at, act, join } = await create()
  const ada = await join('Ada')
  await act({ act: 'remove', who: ada.body.id })
  const { key, device } = ada
  const { status, body } = await json('POST', `${at}/join`, undefined, { key, device })
  expect({ status, id: body.id }).toEqual({ status: 201, id: ada.body.id })
})
