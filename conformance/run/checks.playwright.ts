import { join } from 'node:path'
import { test } from '@playwright/test'
import { Bench } from '../checks/bench/bench.ts'
import { checksFor } from '../checks/index.ts'
import { whatShows } from '../page/what-shows.ts'
import type { Checked } from '../report/result.ts'
import { openTarget } from '../targets/open-target.ts'
import { readAssignment } from './assignment.ts'
import { CAME, CHECKED } from './hand-over.ts'
import { judgeCheck } from './judge-check.ts'
import { cameOfCheck } from './progress.ts'

const SECONDS = 60
/** Milliseconds of patience that the times of the checks are meant for: a slower target gets more. */
const USUAL_PATIENCE = 5_000
/** Kept back for closing browsers and handing over what was found. */
const LAST = 10

const { target: address, checks: ids, folder } = readAssignment()
const { packs } = await openTarget(address)

/** The longest first: at the end it would run alone. */
const checks = checksFor(packs)
  .filter(({ id }) => ids.includes(id))
  .toSorted((a, b) => (b.seconds ?? SECONDS) - (a.seconds ?? SECONDS))

for (const check of checks) {
  const { id, title, seconds = SECONDS } = check
  test(`${id} ${title}`, async ({ browser, contextOptions }, info) => {
    const target = await openTarget(address)
    const handOver = async (checked: Checked) => {
      const came = cameOfCheck(checked, target)
      await info.attach(CAME, { body: JSON.stringify(came), contentType: 'application/json' })
      await info.attach(CHECKED, { body: JSON.stringify(checked), contentType: 'application/json' })
    }
    const limit = seconds * Math.max(1, target.patience / USUAL_PATIENCE)
    test.setTimeout((limit + LAST) * 1000)
    const bench = new Bench(browser, target, check, contextOptions)
    const began = Date.now()
    const error = await inTime(bench.prove(), limit).then(
      () => undefined,
      (error: unknown) => error,
    )
    const judged = judgeCheck(bench.claims, error)
    await handOver({
      id,
      ...judged,
      expected: judged.claims.map(({ statement }) => statement),
      observed: judged.claims.map(({ statement, observed }) => observed ?? statement),
      took: Date.now() - began,
      ...(await pictured(bench, judged.verdict)),
    })
    await bench.close()
    if (judged.verdict !== 'passed' && judged.verdict !== 'not-testable')
      throw error ?? new Error(judged.reason)
  })

  async function pictured({ last }: Bench, verdict: Checked['verdict']) {
    if (!last || verdict === 'passed' || verdict === 'not-testable') return {}
    const screenshot = join(folder, `${id}.png`)
    const taken = await last.page.screenshot({ path: screenshot, timeout: 5_000 }).catch(() => undefined)
    const shown = verdict === 'inconclusive' ? [`at the end: ${await whatShows(last.page)}`] : []
    const notes = [...last.session.notes, ...shown]
    return { url: last.page.url(), notes, ...(taken && { screenshot }) }
  }
}

/** A check that takes too long proves nothing more, and says so. */
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
