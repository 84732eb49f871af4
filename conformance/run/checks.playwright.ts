import { join } from 'node:path'
import { test } from '@playwright/test'
import { Bench } from '../checks/bench/bench.ts'
import { whatIsMissing } from '../checks/check.ts'
import { checkOf } from '../checks/index.ts'
import type { Checked } from '../report/result.ts'
import { openTarget } from '../targets/open-target.ts'
import { readAssignment } from './assignment.ts'
import { judgeCheck } from './judge-check.ts'
import { CHECKED } from './reporter.ts'

const SECONDS = 60
/** Milliseconds of patience that the times of the checks are meant for; who takes longer for a screen takes longer for a check. */
const USUAL_PATIENCE = 5_000
/** Kept back for closing browsers and handing over what was found. */
const LAST = 10

const { target: address, checks, folder } = readAssignment()

for (const id of checks) {
  const check = checkOf(id)
  const { title, seconds = SECONDS } = check
  test(`${id} ${title}`, async ({ browser, contextOptions }, info) => {
    const target = await openTarget(address)
    const limit = seconds * Math.max(1, target.patience / USUAL_PATIENCE)
    test.setTimeout((limit + LAST) * 1000)
    const missing = whatIsMissing(check, target)
    const bench = new Bench(browser, target, contextOptions)
    const began = Date.now()
    const error = missing
      ? undefined
      : await inTime(check.prove(bench), limit).catch((error: unknown) => error)
    const judged = missing
      ? ({ verdict: 'not-testable', reason: missing } as const)
      : judgeCheck(bench, error)
    const checked: Checked = {
      id,
      ...judged,
      expected: bench.expected,
      observed: bench.observed,
      took: Date.now() - began,
      ...(await pictured(bench, judged.verdict)),
    }
    await bench.close()
    await info.attach(CHECKED, { body: JSON.stringify(checked), contentType: 'application/json' })
    if (error !== undefined && judged.verdict !== 'not-testable') throw error
  })

  async function pictured({ last }: Bench, verdict: Checked['verdict']) {
    if (!last || verdict === 'passed' || verdict === 'not-testable') return {}
    const screenshot = join(folder, `${id}.png`)
    const taken = await last.page.screenshot({ path: screenshot, timeout: 5_000 }).catch(() => undefined)
    const notes = [...last.session.notes]
    return { url: last.page.url(), notes, ...(taken && { screenshot }) }
  }
}

/** A check that takes too long proves nothing, and is said to. */
async function inTime(proof: Promise<void>, seconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It was not done in the ${seconds} s it may take.`)),
      seconds * 1000,
    )
  })
  return Promise.race([proof, late]).finally(() => clearTimeout(timer))
}
