import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { completionOf } from './completion.ts'
import { commands } from './index.ts'

const all = await Promise.all(Object.values(commands).map((one) => one.load()))

/** What bash offers for the last of these words. */
function offered(...words: string[]): string[] {
  const script = `${completionOf('bash', all)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _doorstep; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
    .trim()
    .split('\n')
}

test('bash completes every command, and those that begin as typed', () => {
  expect(offered('doorstep', '')).toEqual(Object.keys(commands))
  expect(offered('doorstep', 'tr')).toEqual(['trace'])
})

test('bash completes the options of the command that is typed', () => {
  expect(offered('doorstep', 'explain', '--')).toEqual(['--pack', '--config', '--help'])
  expect(offered('doorstep', 'unknown', '--')).toEqual([''])
})

test.each(['zsh', 'fish'] as const)('the script for %s names every command and option', (shell) => {
  const script = completionOf(shell, all)
  for (const command of all) {
    expect(script).toContain(command.name())
    for (const { long } of command.options) if (long) expect(script).toContain(long.replace(/^--/, ''))
  }
})
