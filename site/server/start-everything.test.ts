import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { settings } from '../class/testing/class-client.ts'
import { readEnvironment } from './environment.ts'
import { startEverything } from './start-everything.ts'

async function post<T>(url: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', ...(body && { headers, body: JSON.stringify(body) }) })
  expect(answer.status).toBe(201)
  return (await answer.json()) as T
}

/** A stream that has begun. */
async function open(url: string, key: string) {
  const { body } = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
  const reader = body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  return async () => {
    while (!(await reader?.read())?.done);
  }
}

test('open streams of sandboxes and classes end when everything is closed, and hold nothing up', async () => {
  const pages = mkdtempSync(join(tmpdir(), 'doorstep-pages-'))
  onTestFinished(() => rmSync(pages, { recursive: true }))
  writeFileSync(join(pages, 'index.html'), 'the site')
  const everything = await startEverything(readEnvironment({ PORT: '0', DATA_DIR: ':memory:' }), pages)
  const { site, tenant } = everything
  const room = await post<{ code: string; keys: { trainer: string } }>(`${site}/class-api/classes`, settings)
  const sandbox = await post<{ id: string; key: string }>(`${tenant}/control/sandboxes`)
  const readToEnd = [
    await open(`${site}/class-api/classes/${room.code}/stream`, room.keys.trainer),
    await open(`${tenant}/control/sandboxes/${sandbox.id}/events`, sandbox.key),
  ]
  const start = performance.now()
  await everything.close()
  expect(performance.now() - start).toBeLessThan(3_000)
  for (const read of readToEnd) await read()
})
