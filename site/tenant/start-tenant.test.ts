import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
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

  it('says at its own address where sandboxes come from', async () => {
    const testTenant = await startTestTenant()
    try {
      const page = await fetch(testTenant.url)
      expect(page.status).toBe(404)
      expect(await page.text()).toContain('open a flow live')
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

describe('a data folder', () => {
  const inFolder = async (use: (folder: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
    await use(folder)
    await rm(folder, { recursive: true })
  }

  it('is readable by its owner only', () =>
    inFolder(async (folder) => {
      const store = await openStore({ folder })
      const modes = await Promise.all(
        (await readdir(folder)).map(async (name) => [name, (await stat(join(folder, name))).mode & 0o777]),
      )
      await store.close()
      expect(modes.length).toBeGreaterThanOrEqual(2)
      for (const mode of modes) expect(mode).toEqual([mode[0], 0o600])
    }))

  it('belongs to one process', () =>
    inFolder(async (folder) => {
      const store = await openStore({ folder })
      const module = JSON.stringify(new URL('./store/open-store.ts', import.meta.url).href)
      const script = `const { openStore } = await import(${module})
        await openStore({ folder: process.argv[1] }).catch(({ message }) => console.log(message))`
      const other = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder])
      expect(String(other.stdout)).toContain(
        'Another Doorstep uses it: stop that one, or name another folder.',
      )
      await store.close()
      const again = await openStore({ folder })
      await again.close()
    }))

  it.each([
    ['doorstep.sqlite', 'no database at all, but longer than a header of one is'.repeat(9), 'from a backup'],
    ['vault.key', 'short', 'vault.key has 5 bytes and not 32. Restore it from a backup, or delete it'],
    ['vault.key', '', 'vault.key has 0 bytes'],
  ])('names what is damaged: %s', (file, content, says) =>
    inFolder(async (folder) => {
      await writeFile(join(folder, file), content)
      const opening = openStore({ folder })
      await expect(opening).rejects.toThrow(join(folder, file))
      await expect(opening).rejects.toThrow(says)
      expect(await readFile(join(folder, file), 'utf8')).toBe(content)
    }),
  )
})

describe('what no page loads', () => {
  it.each(['constructor', '__proto__', 'toString', 'nothing.js'])('/assets/%s is not there', async (name) => {
    const testTenant = await startTestTenant()
    expect((await fetch(`${testTenant.url}/assets/${name}`)).status).toBe(404)
    await testTenant.close()
  })
})

describe('an origin without TLS', () => {
  it('gets cookies that its browsers keep', async () => {
    const plain = await startTestTenant({ origin: 'http://192.0.2.7:4322' })
    const response = await fetch(`${plain.listening}/control/sandboxes`, { method: 'POST' })
    const { id } = (await response.json()) as { id: string }
    const [cookie = ''] = (await fetch(`${plain.listening}/t/${id}/log-in`)).headers.getSetCookie()
    expect(cookie).toMatch(/^doorstep-form=/)
    expect(cookie).not.toMatch(/secure/i)
    expect(cookie).toContain('HttpOnly')
    await plain.close()
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
