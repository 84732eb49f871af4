import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkResult } from '../../report/result.ts'

const command = fileURLToPath(new URL('../../doorstep.mjs', import.meta.url))
const profile = fileURLToPath(new URL('./doorstep.config.ts', import.meta.url))

/**
 * In ms. On a quiet machine all end within three times the patience of the profile. What this finds is a way to hang that
 * nothing bounds, which takes as long as the run may.
 */
const IN_TIME = 45_000

const hangs = /The page http\S+ hangs: /
/** What is said of each way to hang. */
const said: Readonly<Record<string, RegExp>> = {
  'away/go-where-nothing-answers': /^There is no answer from http\S+\/silence after \d+ s\.$/,
  'away/go-where-a-script-runs-on': /a script on it does not end, and it has not answered for \d+ s\.$/,
  'door/loop-here': /a script on it does not end, and it has not answered for \d+ s\.$/,
  'door/loop-there': /a script on it does not end, and it has not answered for \d+ s\.$/,
  'door/alert-for-ever': /it asks in one window of the browser after another\.$/,
  'door/alert-there': /it asks in one window of the browser after another\.$/,
  'door/open-windows': /it opens one window after another, and \d+ are open\.$/,
  'door/get-no-answer': /^There is no answer from http\S+\/silence after \d+ s\.$/,
  'door/read-for-ever': /^Not there: the heading “Inside”/,
  'door/reload-for-ever': /it loads again and again\.$/,
}
const sound = ['away/go-to-the-door', 'door/walk-in', 'door/wait-for-a-part', 'inside/walk-out']

test('whatever hangs ends in time, counts against the target, and the run goes on', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const json = join(mkdtempSync(join(tmpdir(), 'doorstep-hangs-')), 'result.json')
  const child = spawn(
    process.execPath,
    [command, 'check', '--config', profile, '--flow', 'walk-in', '--workers', '1', '--json', json],
    { env: { ...process.env, TEST_WORKER_INDEX: undefined }, stdio: 'ignore' },
  )
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1)
  const { flows } = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
  const transitions = flows.flatMap((flow) => flow.transitions)
  expect(transitions.map(({ id }) => id).sort()).toEqual([...Object.keys(said), ...sound].sort())
  for (const { id, verdict, reason, observed, took = Number.NaN } of transitions) {
    const why = said[id]
    expect([id, verdict]).toEqual([id, why ? 'failed' : 'passed'])
    if (why) expect(reason, id).toMatch(why)
    if (reason && !/^(There is|Not there)/.test(reason)) expect(reason).toMatch(hangs)
    if (id.endsWith('read-for-ever')) expect(observed.join()).toContain('still loading')
    expect(took, id).toBeLessThan(IN_TIME)
  }
})
