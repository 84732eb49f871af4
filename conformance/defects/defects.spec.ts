import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkResult } from '../report/result.ts'
import { defects } from './index.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))

/** A check as a person would make it, and what came out. */
async function doorstep(json: string, args: string[]) {
  const child = spawn(process.execPath, [command, 'check', '--workers', '1', '--json', json, ...args])
  const status = await new Promise((resolve) => child.on('close', resolve))
  const { flows } = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
  const verdicts = flows.flatMap(({ id, steps, sentences, transitions }) => [
    ...[...steps, ...sentences].map(({ id, verdict }) => ({ id, verdict })),
    ...transitions.map((transition) => ({ id: `${id}/${transition.id}`, verdict: transition.verdict })),
  ])
  const those = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).map(({ id }) => id)
  return { status, those, verdicts }
}

test('the sound tenant is accused of nothing', async ({ browserName: _ }, info) => {
  test.setTimeout(300_000)
  const { status, those, verdicts } = await doorstep(info.outputPath('result.json'), [])
  expect(those('passed')).toEqual(verdicts.map(({ id }) => id))
  expect(status).toBe(0)
})

for (const { id, title, flows, fails } of defects)
  test(`${id}: ${title}`, async ({ browserName: _ }, info) => {
    test.setTimeout(300_000)
    const only = flows.flatMap((flow) => ['--flow', flow])
    const { status, those } = await doorstep(info.outputPath('result.json'), ['--defect', id, ...only])
    expect(those('failed').sort()).toEqual([...fails].sort())
    expect([...those('inconclusive'), ...those('config-error'), ...those('not-testable')]).toEqual([])
    expect(status).toBe(1)
  })
