import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('./doorstep.mjs', import.meta.url))

function doorstep(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr: stderr.trim() }
}

test.each([
  [['check', '--flow', 'log-out'], /^There is no flow "log-out": choose among .*$/],
  [['check', '--workers', 'two'], /^option '--workers <n>' argument 'two' is invalid.*above 0.$/],
])('%j is answered by one line without a stack trace, and ends with 2', (args, line) => {
  const { status, stdout, stderr } = doorstep(...args)
  expect(stderr).toMatch(line)
  expect(stdout).toBe('')
  expect(status).toBe(2)
})

test('help is no error', () => {
  const { status, stdout } = doorstep('check', '--help')
  expect(stdout).toContain('--defect <defect>')
  expect(status).toBe(0)
})
