import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkResult, type Verdict } from '../report/result.ts'
import { defects } from './index.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))
/** A busy machine is no failure. */
const TIMEOUT = 900_000

/** Makes a check as a person would, and answers how it ended and the ids by verdict. */
async function doorstep(...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-defect-'))
  const json = join(folder, 'result.json')
  const child = spawn(process.execPath, [command, 'check', '--workers', '1', '--json', json, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  const { flows, checks } = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
  rmSync(folder, { recursive: true })
  const walked = flows.flatMap((flow) => [
    ...[...flow.steps, ...flow.sentences],
    ...flow.transitions.map(({ id, verdict }) => ({ id: `${flow.id}/${id}`, verdict })),
  ])
  const verdicts = [...walked, ...checks]
  const those = (verdict: Verdict) => verdicts.flatMap((one) => (one.verdict === verdict ? one.id : []))
  return { status, total: verdicts.length, those }
}

/** What the tests have time for; `npx doorstep check` makes the whole. */
const representative = ['activate-account', 'log-in', 'configure-sso-oidc']

const each = (option: string, ids: string[] = []) => ids.flatMap((id) => [option, id])

test('the sound tenant is accused of nothing', async () => {
  test.setTimeout(TIMEOUT)
  const { status, total, those } = await doorstep(...each('--flow', representative))
  expect(those('passed')).toHaveLength(total)
  expect(status).toBe(0)
})

for (const { id, title, flows, checks, fails } of defects.filter(({ inTests }) => inTests))
  test(`${id}: ${title}`, async () => {
    test.setTimeout(TIMEOUT)
    const { status, total, those } = await doorstep(
      '--defect',
      id,
      ...each('--flow', flows),
      ...each('--check', checks),
    )
    const failed = those('failed')
    expect(failed.sort()).toEqual([...fails].sort())
    // What lies behind a failure is blocked; nothing else is left open.
    expect(those('passed').length + failed.length + those('blocked').length).toBe(total)
    expect(status).toBe(1)
  })
