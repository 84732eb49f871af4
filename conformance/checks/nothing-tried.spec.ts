import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { judgeCheck } from '../run/judge-check.ts'
import { openTarget } from '../targets/open-target.ts'
import { loadProfile } from '../targets/profile/load.ts'
import { startDeployment } from '../targets/profile/start.ts'
import type { Target } from '../targets/target.ts'
import { Bench } from './bench/bench.ts'
import { type Answer, Jar } from './bench/jar.ts'
import { Person } from './bench/person.ts'
import { checksFor } from './index.ts'

const config = fileURLToPath(new URL('../targets/bundled/doorstep.config.ts', import.meta.url))
/** Screens that never come are not waited for. */
const PATIENCE = 1_000

let target: Target
let close = async () => {}

// A worker starts a tenant of its own, and replaces what the checks act with in its own process.
test.describe.configure({ mode: 'default' })
test.setTimeout(180_000)

test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-nothing-'))
  const started = await startDeployment(await loadProfile(config, folder), folder)
  target = { ...(await openTarget(started.address)), patience: PATIENCE }
  close = async () => {
    await started.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
test.afterAll(() => close())

const { perform } = Person.prototype
const { send } = Jar.prototype
test.afterEach(() => {
  Person.prototype.perform = perform
  Jar.prototype.send = send
})

const nothing: Answer = { status: 200, url: '', headers: {}, body: '', hops: [], error: undefined }

/** Checks that look at a page without doing anything on it. */
const onlyLooking = ['LNK3', 'SES6']

for (const check of checksFor(packs).filter(({ id }) => !/^(?:SNK|FLT)/.test(id))) {
  const made = async (browser: ConstructorParameters<typeof Bench>[0]) => {
    const bench = new Bench(browser, target, check)
    const error = await bench.prove().then(
      () => undefined,
      (error: unknown) => error,
    )
    await bench.close()
    return judgeCheck(bench.claims, error).verdict
  }

  if (!onlyLooking.includes(check.id))
    test(`${check.id} does not pass when nobody does anything`, { tag: '@long' }, async ({ browser }) => {
      Person.prototype.perform = async () => {}
      expect(await made(browser)).not.toBe('passed')
    })

  test(`${check.id} does not pass when its requests are not sent`, { tag: '@long' }, async ({ browser }) => {
    let wanted = 0
    Jar.prototype.send = async () => {
      wanted += 1
      return nothing
    }
    const verdict = await made(browser)
    // A check that sends none without the browser is not touched by this.
    if (wanted > 0) expect(verdict).not.toBe('passed')
  })
}
