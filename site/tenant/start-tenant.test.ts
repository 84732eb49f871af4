import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from './rules/index.ts'
import { startTenant } from './start-tenant.ts'
import { openStore } from './store/open-store.ts'
import { startTestTenant } from './testing/start-test-tenant.ts'

describe('starting', () => {
  it('says in one sentence that the port is taken', async () => {
    const testTenant = await startTestTenant()
    try {
      const { store, smtp } = testTenant
      const start = startTenant({ port: Number(new URL(testTenant.url).port), store, smtp })
      await expect(start).rejects.toMatchObject({
        code: 'EADDRINUSE',
        message: expect.stringMatching(/port \d+ of localhost: something else listens there.*another port/),
      })
    } finally {
      await testTenant.close()
    }
  })

  it('answers 502 and says why when no mail server listens', async () => {
    const store = await openStore({ folder: ':memory:' })
    const tenant = await startTenant({ port: 0, store, smtp: { host: '127.0.0.1', port: 1 } })
    try {
      const response = await fetch(`${tenant.url}/control/sandboxes`, { method: 'POST' })
      expect(response.status).toBe(502)
      expect(await response.json()).toMatchObject({ error: { code: 'mail-not-sent' } })
      expect(await (await fetch(`${tenant.url}/health`)).json()).toEqual({ status: 'ok' })
    } finally {
      await tenant.close()
      await store.close()
    }
  })
})

describe('the store', () => {
  it('says in one sentence that its folder can’t be used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
    await writeFile(join(folder, 'file'), '')
    await expect(openStore({ folder: join(folder, 'file', 'data') })).rejects.toMatchObject({
      code: 'ENOTDIR',
      message: expect.stringMatching(/data folder ".*" can't be used .* name another folder/),
    })
    await rm(folder, { recursive: true })
  })

  it('keeps everything in its folder, and opens it again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
    for (const n of [1, 2]) {
      const { db, close } = await openStore({ folder })
      await db
        .insertInto('sandboxes')
        .values({ id: `s${n}`, key_hash: '', tenant_name: '', clock_offset: 0, created_at: 0, used_at: 0 })
        .execute()
      expect(await db.selectFrom('sandboxes').selectAll().execute()).toHaveLength(n)
      await close()
    }
    await rm(folder, { recursive: true })
  })
})

describe('a replaced rule', () => {
  it('changes what the product does, and nothing else', async () => {
    const testTenant = await startTestTenant({ rules: { ...rules, mayOpenDashboard: () => true } })
    try {
      const { visitor, email, password = '' } = await testTenant.sandbox({ given: 'activated' })
      expect((await visitor.open('/dashboard')).screen).toBe('login-page')
      await visitor.passPassword(email, password)
      expect((await visitor.open('/dashboard')).screen).toBe('dashboard')
      expect(await visitor.session()).toBeUndefined()
    } finally {
      await testTenant.close()
    }
  })
})
