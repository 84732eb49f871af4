import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IdpStore } from '@doorstep/mock-idp'
import { makeApplication, makeDirectory } from '@doorstep/mock-idp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSchema, testDatabase, withPostgres } from '../../tenant/testing/open-test-store.ts'
import { openProviderStore } from './open-provider-store.ts'

let schema: Awaited<ReturnType<typeof makeSchema>>
let folder: string
/** Of two processes: they share the database, and nothing in memory. */
let here: IdpStore
let there: IdpStore

beforeAll(async () => {
  schema = await makeSchema(testDatabase ?? '')
  folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
  ;[here, there] = await Promise.all([
    openProviderStore(schema.url, folder),
    openProviderStore(schema.url, folder),
  ])
})
afterAll(async () => {
  await Promise.all([here.close(), there.close()])
  await schema.drop()
  await rm(folder, { recursive: true })
})

test('a directory that one process changes is at once the same object, changed, in the other', async () => {
  const directory = makeDirectory({ kind: 'entra', displayName: 'Harbour', domains: ['harbour.example'] })
  await here.directories.put(directory)
  const seen = await there.directories.get(directory.id)
  expect(seen).toEqual(directory)
  const application = makeApplication({ displayName: '1Secure' }, 0)
  directory.misbehaviour = 'nonce-invalid'
  directory.applications.push(application)
  await here.directories.put(directory)
  expect(await there.directories.findByAppId(application.appId)).toMatchObject({ application })
  expect(seen).toMatchObject({ misbehaviour: 'nonce-invalid' })
  delete directory.misbehaviour
  await here.directories.put(directory)
  expect(await there.directories.findByDomain('HARBOUR.example', directory.realm)).toBe(seen)
  expect(await there.directories.findByDomain('harbour.example', 'another')).toBeUndefined()
  expect(seen).not.toHaveProperty('misbehaviour')
  expect((await there.directories.list()).filter(({ id }) => id === directory.id)).toEqual([directory])
  await here.directories.delete(directory.id)
  expect(await there.directories.get(directory.id)).toBeUndefined()
  expect(await there.directories.findByAppId(application.appId)).toBeUndefined()
})

test('an artifact is spent by one of many, in both processes together', async () => {
  await here.artifacts.put('code', {
    payload: { scope: 'openid' },
    owner: 'a',
    expires: 10.5,
    grant: 'g',
    uid: 'u',
  })
  const spent = await Promise.all(
    Array.from({ length: 50 }, (_, at) => (at % 2 ? here : there).artifacts.spend('code', at + 1)),
  )
  expect(spent.filter((before) => before === undefined)).toHaveLength(1)
  const found = await there.artifacts.getByUid('u')
  expect(found).toMatchObject({ payload: { scope: 'openid' }, owner: 'a', expires: 11, grant: 'g' })
  expect(new Set(spent)).toEqual(new Set([undefined, found?.payload.consumed]))
  expect(await here.artifacts.ofOwner('a')).toEqual([['code', found]])
  await there.artifacts.sweep('b', 20)
  await there.artifacts.sweep('a', 10)
  expect(await here.artifacts.get('code')).toBeDefined()
  await there.artifacts.sweep('a', 11)
  expect(await here.artifacts.get('code')).toBeUndefined()
})

test('artifacts of one owner and kind are trimmed to those that expire last', async () => {
  for (const [key, expires] of [
    ['t/A_:1', 1],
    ['t/A_:3', 3],
    ['t/A_:2', 2],
    ['t/A_:never', undefined],
    ['t/AB:1', 1],
  ] as const)
    await here.artifacts.put(key, { payload: {}, owner: 't', ...(expires !== undefined && { expires }) })
  await there.artifacts.trim('t', 't/A_', 2)
  const left = (await here.artifacts.ofOwner('t')).map(([key]) => key)
  expect(left.toSorted()).toEqual(['t/AB:1', 't/A_:3', 't/A_:never'])
  await here.artifacts.deleteOwner('t')
})

test('artifacts are taken back by grant, and gone with their owner', async () => {
  for (const key of ['x', 'y']) await here.artifacts.put(key, { payload: {}, owner: 'o', grant: `of ${key}` })
  await there.artifacts.deleteGrant('of x')
  expect(await here.artifacts.get('x')).toBeUndefined()
  await there.artifacts.deleteOwner('o')
  expect(await here.artifacts.get('y')).toBeUndefined()
})

test('processes that begin at once have the same keys, which the database alone does not reveal', async () => {
  const texts = ['of the first', 'of the second'] as const
  const both = await Promise.all([here.keys.replace('k', texts[0]), there.keys.replace('k', texts[1])])
  expect(both.filter(Boolean)).toHaveLength(1)
  const kept = texts[both.indexOf(true)] ?? ''
  expect(await there.keys.get('k')).toBe(kept)
  const { rows } = await withPostgres(schema.url, (client) => client.query('select sealed from idp_keys'))
  expect(JSON.stringify(rows)).not.toContain(kept)
  const changes = [here.keys.replace('k', 'another', kept), there.keys.replace('k', 'another', kept)]
  expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1)
  expect(await here.keys.replace('k', 'a third', kept)).toBe(false)
  expect(await here.keys.get('k')).toBe('another')
  await there.keys.delete('k')
  expect(await here.keys.get('k')).toBeUndefined()
})
