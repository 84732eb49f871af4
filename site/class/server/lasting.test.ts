import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BoardMessage, PersonView } from '../model/views.ts'
import { startClasses } from '../testing/class-client.ts'
import { move, placeAt } from '../testing/moves.ts'
import { start } from '../testing/start.ts'
import { ClassLog } from './log.ts'

describe('a restart', () => {
  test('loses nothing: people are where they were, with the same keys, the trainer included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const before = await startClasses({ folder })
    const { at, keys, act, join: joinClass, me } = await before.create()
    const ada = await joinClass('Ada')
    await me(ada.key, move(3))
    await act({ act: 'close' })
    await before.close()

    const after = await start({ folder })
    const stream = await after.open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.me).toMatchObject({ name: 'Ada', place: placeAt(3) })
    await stream.close()
    const board = await after.open<BoardMessage>(at, keys.trainer)
    expect((await board.next())?.data.room).toMatchObject({ closed: true })
    await board.close()
    expect((await after.json('POST', `${at}/me`, ada.key, move(4))).status).toBe(200)
  })

  test('what was deleted stays deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const before = await startClasses({ folder })
    const { at, keys, join: joinClass, act } = await before.create({ keepDays: 7 })
    const [ada, bob] = [await joinClass('Ada'), await joinClass('Bob')]
    expect((await before.json('DELETE', `${at}/me`, ada.key)).status).toBe(204)
    await act({ act: 'end' })
    await before.close()

    const after = await start({ folder })
    expect((await after.json('GET', `${at}/people/${ada.body.id}`, keys.trainer)).status).toBe(404)
    expect((await after.json('GET', `${at}/people/${bob.body.id}`, keys.trainer)).status).toBe(200)
    expect((await after.json('DELETE', at, keys.trainer)).status).toBe(204)
    expect((await after.json('GET', at)).status).toBe(404)
  })
})

test('results last as long as the trainer chose', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const now = Date.now()
  const before = await startClasses({ folder, now: () => now })
  const [kept, dropped] = [await before.create({ keepDays: 7 }), await before.create()]
  for (const { act } of [kept, dropped]) await act({ act: 'end' })
  expect((await before.json('GET', dropped.at)).status).toBe(404)
  await before.close()
  const day = 24 * 60 * 60 * 1000
  const soon = await startClasses({ folder, now: () => now + 6 * day })
  expect((await soon.json('GET', kept.at)).status).toBe(200)
  await soon.close()
  const later = await start({ folder, now: () => now + 8 * day })
  expect((await later.json('GET', kept.at)).status).toBe(404)
})

test('what came for a class when it was deleted already is deleted, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const before = await ClassLog.open(folder)
  await before.append('ABC347', [{ who: 'a', kind: 'hand', up: true, n: 4, at: 0 }])
  await before.close()
  await (await startClasses({ folder })).close()
  const after = await ClassLog.open(folder)
  expect(await after.codes()).toEqual([])
  await after.close()
})
