import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packs } from '@doorstep/machines'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { judgeCheck } from '../run/judge-check.ts'
import { openTarget } from '../targets/open-target.ts'
import { loadProfile } from '../targets/profile/load.ts'
import { startDeployment } from '../targets/profile/start.ts'
import type { Target } from '../targets/target.ts'
import { Bench } from './bench/bench.ts'
import { type Answer, Jar } from './bench/jar.ts'
import { Person } from './bench/person.ts'
import type { Check } from './check.ts'
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
/** Of a whole flow they walk every step as the flows do themselves, and not as a person of the bench. */
const ofFlow = /^(?:SNK|FLT)/

/** Those of a whole flow try each of its screens. */
const WHOLE_FLOW = 900_000

async function made(browser: Browser, check: Check) {
  const bench = new Bench(browser, target, check)
  const error = await bench.prove().then(
    () => undefined,
    (error: unknown) => error,
  )
  await bench.close()
  return judgeCheck(bench.claims, error).verdict
}

for (const check of checksFor(packs)) {
  if (!onlyLooking.includes(check.id) && !ofFlow.test(check.id))
    test(`${check.id} does not pass when nobody does anything`, { tag: '@long' }, async ({ browser }) => {
      Person.prototype.perform = async () => {}
      expect(await made(browser, check)).not.toBe('passed')
    })

  // Of the requests that a fault doubles or replaces nobody reads the answer.
  if (check.id.startsWith('FLT')) {
    test(`${check.id} does not pass when nothing goes wrong`, { tag: '@long' }, async ({ browser, page }) => {
      test.setTimeout(WHOLE_FLOW)
      const pages = Object.getPrototypeOf(page) as Page
      const { route } = pages
      pages.route = async () => ({ dispose: async () => {}, [Symbol.asyncDispose]: async () => {} })
      try {
        expect(await made(browser, check)).not.toBe('passed')
      } finally {
        pages.route = route
      }
    })
    continue
  }

  test(`${check.id} does not pass when its requests are not sent`, { tag: '@long' }, async ({ browser }) => {
    if (ofFlow.test(check.id)) test.setTimeout(WHOLE_FLOW)
    let wanted = 0
    Jar.prototype.send = async () => {
      wanted += 1
      return nothing
    }
    const verdict = await made(browser, check)
    // A check that sends none without the browser is not touched by this.
    if (wanted > 0) expect(verdict).not.toBe('passed')
  })
}
