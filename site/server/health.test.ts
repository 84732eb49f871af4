import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freePorts } from '../testing/caddy.ts'
import { readEnvironment } from './environment.ts'
import { startEverything } from './start-everything.ts'

const program = fileURLToPath(new URL('health.ts', import.meta.url))

/** Its exit code and what it says. */
const health = (env: NodeJS.ProcessEnv) =>
  new Promise<{ code: unknown; said: string }>((resolve) =>
    execFile(
      process.execPath,
      ['--import', 'tsx', program],
      { env: { ...process.env, ...env } },
      (error, _, said) => resolve({ code: error?.code ?? 0, said }),
    ),
  )

test.each(['localhost', '0.0.0.0'])(
  'on %s it is healthy when every party answers, and not before',
  async (HOST) => {
    const numbers = await freePorts(5)
    const names = ['PORT', 'TENANT_PORT', 'IDP_PORT', 'IDP_TLS_PORT', 'SMTP_PORT']
    const env = {
      ...Object.fromEntries(names.map((name, n) => [name, String(numbers[n])])),
      ...{ HOST, DATA_DIR: ':memory:', SITE_URL: 'https://site.test' },
      ...{ TENANT_URL: 'https://tenant.test', IDP_URL: 'https://idp.test' },
    }
    expect(await health(env)).toMatchObject({ code: 1, said: expect.stringContaining('ECONNREFUSED') })
    const pages = mkdtempSync(join(tmpdir(), 'doorstep-pages-'))
    writeFileSync(join(pages, 'index.html'), 'the site')
    const everything = await startEverything(readEnvironment(env), pages)
    try {
      expect(await health(env)).toEqual({ code: 0, said: '' })
    } finally {
      await everything.close()
      rmSync(pages, { recursive: true })
    }
  },
)
