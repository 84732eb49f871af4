import { afterEach, expect, test, vi } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { controlled } from './controlled.ts'

const { start, stop } = controlled()
afterEach(async () => {
  vi.useRealTimers()
  await stop()
})

test('a class that is full gives up what no one used for an hour, and nothing else', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const at = fixture('oidc')
  const { call } = await start({ directories: [at.directory], directoryLimit: 2 })
  const make = (name: string, ofClass?: string) =>
    call('POST', '/directories', { displayName: name, domains: ['x.example'], id: name, class: ofClass })
  await make('one')
  await make('two')
  expect(await make('three')).toMatchObject({ status: 503, body: { error: 'DIRECTORY_LIMIT' } })
  expect((await make('other', 'another class')).status).toBe(201)
  vi.setSystemTime(Date.now() + 61 * 60 * 1000)
  await call('GET', '/directories/one')
  expect((await make('three')).status).toBe(201)
  const ids = (await call('GET', '/directories')).body.map(({ id }: { id: string }) => id)
  expect(ids.sort()).toEqual(['harbour', 'one', 'other', 'three'])
})

test('all classes together have room for ten full ones', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { call } = await start({ directoryLimit: 2 })
  const make = (name: string) =>
    call('POST', '/directories', { displayName: name, domains: ['x.example'], id: name, class: `of ${name}` })
  for (let n = 0; n < 20; n += 1) expect((await make(`d${n}`)).status).toBe(201)
  expect(await make('d20')).toMatchObject({ status: 503, body: { error: 'DIRECTORY_LIMIT' } })
  vi.setSystemTime(Date.now() + 61 * 60 * 1000)
  expect((await make('d20')).status).toBe(201)
  expect((await call('GET', '/directories')).body).toHaveLength(20)
})
