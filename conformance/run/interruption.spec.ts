import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkResult } from '../report/result.ts'
import { INTERRUPTED } from './interruption.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))
const example = fileURLToPath(new URL('../targets/example/doorstep.config.ts', import.meta.url))

/** The profile of the example, whose end is noted in a file and fails. */
function profileIn(folder: string): string {
  const file = join(folder, 'doorstep.config.ts')
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
import example from '${example}'
export default {
  ...example,
  async start(tools) {
    const started = await example.start(tools)
    const close = async () => {
      await started.close()
      writeFileSync('${join(folder, 'closed')}', '')
      throw new Error('the lights stay on')
    }
    return { ...started, close }
  },
}`,
  )
  return file
}

test('a run whose time is over ends in order, with its reports', { tag: '@long' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-timeout-'))
  const json = join(folder, 'result.json')
  const args = ['check', '--config', profileIn(folder), '--workers', '1', '--json', json, '--timeout', '0.4']
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, TEST_WORKER_INDEX: undefined },
  })
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2)
  expect(existsSync(join(folder, 'closed'))).toBe(true)
  const { flows, checks } = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
  const reasons = [...flows.flatMap(({ transitions }) => transitions), ...checks].map(({ reason }) => reason)
  expect(reasons.join()).toContain('The run was not done within its 0.4 min (--timeout).')
  expect(reasons.join()).not.toContain(INTERRUPTED)
})

test('a run whose progress nobody follows any more ends in order, with its reports', {
  tag: '@long',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-unfollowed-'))
  const json = join(folder, 'result.json')
  const args = ['check', '--config', profileIn(folder), '--workers', '1', '--json', json]
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, TEST_WORKER_INDEX: undefined },
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (/^✓ 1\//m.test(text)) child.stderr.destroy()
  })
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(129)
  expect(existsSync(join(folder, 'closed'))).toBe(true)
  const { checks } = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
  expect(checks.some(({ reason }) => reason === INTERRUPTED)).toBe(true)
})

for (const [signal, whom, code, details] of [
  ['SIGINT', 'group', 130, {}],
  ['SIGTERM', 'process', 143, { tag: '@long' }],
  ['SIGTERM', 'group', 143, { tag: '@long' }],
] as const)
  test(`${signal} to the ${whom} ends a run in order, with its reports`, details, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-interrupted-'))
    const json = join(folder, 'result.json')
    const args = ['check', '--config', profileIn(folder), '--workers', '1', '--json', json]
    const child = spawn(process.execPath, [command, ...args], {
      detached: true,
      env: { ...process.env, TEST_WORKER_INDEX: undefined },
    })
    let said = ''
    let written = ''
    let interrupted = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      // A path has passed by then.
      if (interrupted || !/^✓ \d+\/\d+ activate-account/m.test(said) || !child.pid) return
      interrupted = true
      process.kill(whom === 'group' ? -child.pid : child.pid, signal)
    })
    const began = Date.now()
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status, said).toBe(code)
    expect(existsSync(join(folder, 'closed'))).toBe(true)
    expect(written).toContain('The run is not complete. With --resume <file>')
    expect(said).toContain('Note: The portal could not be closed: the lights stay on')
    const result = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
    const transitions = result.flows.flatMap((flow) => flow.transitions)
    expect(
      transitions.some(({ verdict }) => verdict === 'passed'),
      said,
    ).toBe(true)
    expect(transitions.some(({ reason = '' }) => reason.includes(INTERRUPTED))).toBe(true)
    expect(result.checks.some(({ reason }) => reason === INTERRUPTED)).toBe(true)
    const faults = [...transitions, ...result.checks].filter(({ verdict }) => verdict === 'harness-error')
    expect(faults).toEqual([])
    expect(Date.now() - began).toBeLessThan(90_000)
  })
