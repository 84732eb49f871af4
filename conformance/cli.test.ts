import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('./doorstep.mjs', import.meta.url))

function doorstep(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr: stderr.trim() }
}

test.each([
  [['check', '--flow', 'log-out'], /^There is no flow "log-out": choose among .*$/],
  [
    ['check', '--workers', 'two'],
    /^option '--workers <n>' argument 'two' is invalid.*above 0.\n"doorstep check --help" says.*$/,
  ],
  [['chek'], /^unknown command 'chek'\n\(Did you mean check\?\)\n"doorstep --help" lists the commands\.$/],
  [['trace'], /^missing required argument 'file\|folder'\n"doorstep trace --help" says what it takes\.$/],
])(
  '%j is answered without a stack trace, with what to do, and ends with 2',
  (args, line) => {
    const { status, stdout, stderr } = doorstep(...args)
    expect(stderr).toMatch(line)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  },
  60_000,
)

test('help is no error', () => {
  const { status, stdout } = doorstep('check', '--help')
  expect(stdout).toContain('--defect <defect>')
  expect(status).toBe(0)
})

test('a reader that closes the output early makes no error', async () => {
  const child = spawn(process.execPath, [command, 'list', 'events', '--flow', 'log-in'])
  child.stdout.destroy()
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  expect(await once(child, 'close')).toEqual([0, null])
  expect(said).toBe('')
})

test('the version is that of the package', () => {
  const { version } = createRequire(import.meta.url)('./package.json') as { version: string }
  expect(doorstep('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})
