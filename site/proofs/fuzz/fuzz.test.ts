import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readEnvironment } from '../../server/environment.ts'
import { type Everything, startEverything } from '../../server/start-everything.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { attack } from './attack.ts'
import { attackHttp, attackSmtp } from './attack-bytes.ts'
import { attackParser, parsers } from './parsers.ts'
import { parties } from './parties.ts'

/** The same ones each time, so that a test that fails does so again; `npm run proof -- fuzz` tries others. */
const SEED = 20261127

let everything: Everything
let at: Addresses
let pages: string
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'doorstep-pages-'))
  everything = await startEverything(readEnvironment({ PORT: '0', DATA_DIR: ':memory:' }), pages)
  const { site, tenant, provider, providers, smtpPort } = everything
  at = { site, tenant, provider, tlsPort: Number(new URL(providers[1] ?? '').port), smtpPort }
})
afterAll(async () => {
  await everything.close()
  rmSync(pages, { recursive: true })
})

test.each(Object.entries(parties))('%s answers no request with a failure', async (_name, party) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const seen = await attack(party, at, { runs: 10, seed: SEED })
  expect(logged.mock.calls).toEqual([])
  logged.mockRestore()
  expect([...seen.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(30)
})

test('the mail server hears anything', () => attackSmtp(at, { runs: 60, seed: SEED }))

test('the ports of HTTP hear anything', () => attackHttp(at, { runs: 100, seed: SEED }))

test.each(Object.entries(parsers))('%s is read, or refused in words', (_name, parser) =>
  attackParser(parser, 40, SEED),
)
