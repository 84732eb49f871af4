import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packs } from '@doorstep/machines'
import { afterEach, expect, test, vi } from 'vitest'
import { listCommand } from './list.ts'

afterEach(() => vi.restoreAllMocks())

async function linesOf(...args: string[]): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  log.mockClear()
  await listCommand.configureOutput({ writeErr: () => {} }).parseAsync(args, { from: 'user' })
  return log.mock.calls.flat().join('\n').split('\n')
}

const words = (line: string) => line.split(/ {2,}/)

test('every flow is listed with its title', async () => {
  const flows = packs.flatMap((pack) => pack.flows)
  expect((await linesOf('flows')).map(words)).toEqual(flows.map(({ id, title }) => [id, title]))
})

test('every screen is listed with its heading, and only those of a flow where one is named', async () => {
  const all = (await linesOf('screens')).map(words)
  const [pack] = packs
  expect(all.map(([id]) => id)).toEqual(packs.flatMap(({ screens }) => Object.keys(screens)))
  expect(all).toContainEqual(['enter-your-password', pack?.screens['enter-your-password']?.heading])
  const own = (await linesOf('screens', '--flow', 'activate-account')).map(words)
  expect(own.map(([id]) => id)).toContain('change-your-password')
  expect(own.map(([id]) => id)).not.toContain('enter-your-password')
  expect((await linesOf('screens', '--flow', 'reset-password')).join('\n')).toMatch(/^reset-mail /m)
  expect(await linesOf('labels', '--flow', 'reset-password')).toContainEqual(
    expect.stringMatching(/^reset-mail +password reset link$/),
  )
})

test.each([
  ['labels', 'enter-your-password', 'Password'],
  ['messages', 'enter-your-password', 'Wrong email or password'],
  ['events', 'log-in/password.right', undefined],
  ['checks', 'LNK1', undefined],
  ['checks', 'SES3.name', undefined],
])('%s has %s', async (kind, name, text) => {
  const found = (await linesOf(kind)).map(words)
  expect(found.some(([one, what]) => one === name && (text === undefined || what === text))).toBe(true)
})

test('the events and checks of a flow are its own', async () => {
  for (const kind of ['events', 'checks'])
    for (const line of await linesOf(kind, '--flow', 'log-in')) expect(line).toMatch(/log-in/)
})

test('a flow that is not known is named with those there are', async () => {
  await expect(linesOf('events', '--flow', 'log-out')).rejects.toThrow('There is no flow "log-out": choose')
  await expect(linesOf('colours')).rejects.toThrow('Allowed choices are flows, screens, labels')
})

test('takes the profile that is here, or that is named, as the other commands do', async () => {
  const hostile = fileURLToPath(new URL('../targets/hostile/doorstep.config.ts', import.meta.url))
  const own = await linesOf('events', '--config', hostile)
  expect(own.length).toBeGreaterThan(0)
  expect(own).not.toEqual(await linesOf('events'))
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-list-'))
  const before = process.cwd()
  try {
    const pack = fileURLToPath(new URL('../targets/hostile/pack', import.meta.url))
    writeFileSync(
      join(folder, 'doorstep.config.ts'),
      `import own from ${JSON.stringify(hostile)}\nexport default { ...own, packs: [${JSON.stringify(pack)}] }`,
    )
    process.chdir(folder)
    expect(await linesOf('events')).toEqual(own)
  } finally {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  }
})
