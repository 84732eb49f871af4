import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeDirectory } from '../directory/make.ts'
import { folderKeys } from './folder-keys.ts'
import { sqliteStore } from './sqlite.ts'
import { memoryStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'idp-store-'))
let files = 0
const freshFile = () => join(folder, `store-${++files}.sqlite`)

describe.each([
  ['memory', () => memoryStore()],
  ['SQLite', () => sqliteStore(freshFile())],
])('artifacts in %s', (_kind, open) => {
  test('are found by key and by uid, until they are deleted', async () => {
    const { artifacts, close } = open()
    const artifact = { payload: { kind: 'Session', uid: 'u' }, owner: 'a', expires: 10, uid: 'u' }
    await artifacts.put('k', artifact)
    expect(await artifacts.get('k')).toMatchObject(artifact)
    expect(await artifacts.getByUid('u')).toMatchObject(artifact)
    await artifacts.put('k', { ...artifact, payload: { kind: 'Session', uid: 'v' }, uid: 'v' })
    expect(await artifacts.getByUid('u')).toBeUndefined()
    await artifacts.delete('k')
    expect(await artifacts.get('k')).toBeUndefined()
    expect(await artifacts.getByUid('v')).toBeUndefined()
    await close()
  })

  test('are spent by one of many', async () => {
    const { artifacts, close } = open()
    await artifacts.put('code', { payload: {}, owner: 'a' })
    const spent = await Promise.all(Array.from({ length: 50 }, (_, at) => artifacts.spend('code', at + 1)))
    expect(spent.filter((before) => before === undefined)).toHaveLength(1)
    expect(new Set(spent)).toEqual(new Set([undefined, 1]))
    expect((await artifacts.get('code'))?.payload.consumed).toBe(1)
    await close()
  })

  test('are taken back by grant, swept by the time of their owner, and gone with it', async () => {
    const { artifacts, close } = open()
    for (const owner of ['a', 'b'])
      for (const expires of [10, 20, undefined])
        await artifacts.put(`${owner}${expires}`, {
          payload: {},
          owner,
          expires,
          grant: `${owner}${expires}`,
        })
    await artifacts.deleteGrant('b20')
    await artifacts.sweep('a', 10)
    await artifacts.deleteOwner('nobody')
    const left = async () => {
      const keys = ['a10', 'a20', 'aundefined', 'b10', 'b20', 'bundefined']
      const found = await Promise.all(keys.map(async (key) => ((await artifacts.get(key)) ? [key] : [])))
      return found.flat()
    }
    expect(await left()).toEqual(['a20', 'aundefined', 'b10', 'bundefined'])
    await artifacts.deleteOwner('a')
    expect(await left()).toEqual(['b10', 'bundefined'])
    await close()
  })

  test('are trimmed: of one owner and kind, those that expire first', async () => {
    const { artifacts, close } = open()
    const keys = [
      'a/Session:3',
      'a/Session:1',
      'a/Session:2',
      'a/Session:never',
      'a/SessionOther:1',
      'b/Session:1',
    ]
    for (const key of keys) {
      const [owner = '', , time] = key.split(/[/:]/)
      await artifacts.put(key, { payload: {}, owner, ...(time !== 'never' && { expires: Number(time) }) })
    }
    await artifacts.trim('a', 'a/Session', 4)
    expect(await artifacts.ofOwner('a')).toHaveLength(5)
    await artifacts.trim('a', 'a/Session', 2)
    const left = await Promise.all(keys.map(async (key) => ((await artifacts.get(key)) ? [key] : [])))
    expect(left.flat()).toEqual(['a/Session:3', 'a/Session:never', 'a/SessionOther:1', 'b/Session:1'])
    await close()
  })
})

test('a file keeps directories in their order, artifacts and keys, for its owner alone', async () => {
  const file = freshFile()
  const first = sqliteStore(file)
  const directories = ['b', 'a'].map((id) => makeDirectory({ kind: 'oidc', displayName: id, id }))
  for (const directory of directories) await first.directories.put(directory)
  await first.artifacts.put('k', { payload: { consumed: 5, scope: 'openid' }, owner: 'a', expires: 9.5 })
  expect(await first.keys.replace('entra', '[]')).toBe(true)
  await first.close()
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const second = sqliteStore(file)
  expect(await second.directories.list()).toEqual(directories)
  expect(await second.artifacts.get('k')).toMatchObject({
    payload: { consumed: 5, scope: 'openid' },
    expires: 10,
  })
  expect(await second.keys.get('entra')).toBe('[]')
  await second.close()
})

test('a file that another process uses is named, with what to do', async () => {
  const file = freshFile()
  const first = sqliteStore(file)
  expect(() => sqliteStore(file)).toThrow(
    /store-\d+\.sqlite can't be used: another process uses it\. Stop that one/,
  )
  await first.close()
  await sqliteStore(file).close()
})

test('a damaged file is named, with what to do', () => {
  const file = freshFile()
  writeFileSync(file, 'this is no database, and long enough to be read as one'.repeat(100))
  expect(() => sqliteStore(file)).toThrow(/store-\d+\.sqlite can't be used .*delete it/)
})

test.each([
  ['memory', () => memoryStore().keys],
  ['SQLite', () => sqliteStore(freshFile()).keys],
  ['a folder', () => folderKeys(join(folder, `keys-${++files}`))],
])('keys in %s are replaced only by those who know what is kept', async (_kind, open) => {
  const keys = open()
  expect(await keys.replace('k', '["a"]')).toBe(true)
  expect(await keys.replace('k', '["b"]')).toBe(false)
  expect(await keys.replace('k', '["b"]', '["a"]')).toBe(true)
  expect(await keys.replace('k', '["c"]', '["a"]')).toBe(false)
  expect(await keys.get('k')).toBe('["b"]')
})

test('a damaged key file is named, with what to do', async () => {
  writeFileSync(join(folder, 'keys-entra.json'), '[{"kty":')
  await expect(folderKeys(folder).get('entra')).rejects.toThrow(/keys-entra\.json is damaged.*delete it/)
})
