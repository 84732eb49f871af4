import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settings } from '../../class/testing/class-client.ts'
import { makeSchema, testDatabase } from '../../tenant/testing/open-test-store.ts'
import { readEnvironment } from '../environment.ts'
import { startEverything } from '../start-everything.ts'

let schema: Awaited<ReturnType<typeof makeSchema>>
let folder: string
let pages: string
beforeAll(async () => {
  schema = await makeSchema(testDatabase ?? '')
  folder = mkdtempSync(join(tmpdir(), 'doorstep-data-'))
  pages = mkdtempSync(join(tmpdir(), 'doorstep-pages-'))
  writeFileSync(join(pages, 'index.html'), 'the site')
})
afterAll(async () => {
  for (const each of [folder, pages]) rmSync(each, { recursive: true })
  await schema.drop()
})

const start = (changes = {}) =>
  startEverything(
    readEnvironment({ PORT: '0', DATA_DIR: folder, DATABASE_URL: schema.url, ...changes }),
    pages,
  )

const post = (url: string, body = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then((answer) => answer.json())

test('with DATABASE_URL, all is in PostgreSQL, lasts over a restart, and is there for another process', async () => {
  const before = await start()
  const { code } = await post(`${before.site}/class-api/classes`, settings)
  const { id, key, email } = await post(`${before.tenant}/control/sandboxes`)
  await before.close()
  const files = readdirSync(folder)
  expect(files.filter((file) => file.endsWith('.sqlite'))).toEqual([])
  expect(files).toContain('vault.key')
  const after = await start()
  expect((await fetch(`${after.site}/class-api/classes/${code}`)).status).toBe(200)
  const headers = { authorization: `Bearer ${key}` }
  const kept = await fetch(`${after.tenant}/control/sandboxes/${id}`, { headers })
  expect(await kept.json()).toMatchObject({ email, hasProvider: true })
  const another = await start()
  const there = await fetch(`${another.tenant}/control/sandboxes/${id}`, { headers })
  expect(await there.json()).toMatchObject({ email, hasProvider: true })
  await another.close()
  await after.close()
})

test('a database that can’t be reached ends the start, in one sentence', async () => {
  const url = new URL(schema.url)
  url.port = '1'
  await expect(start({ DATABASE_URL: url.href })).rejects.toMatchObject({
    code: expect.any(String),
    message: expect.stringMatching(/^The database postgres:\/\/.*ECONNREFUSED.*Start PostgreSQL there/),
  })
})
