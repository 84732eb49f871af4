import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { explainCommand } from './explain.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

async function explain(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  await explainCommand.parseAsync(args, { from: 'user' })
  const text = out.mock.calls.map(([line]) => String(line)).join('\n')
  out.mockRestore()
  return text
}

test('a check is explained by its id, or by a claim of it', async () => {
  const text = await explain('lnk1')
  expect(text).toMatch(/^LNK1 {2}\S/)
  expect(text).toMatch(/\(MUST\)|\(SHOULD\)/)
  expect(text).toContain('  LNK1.says  ')
  expect(await explain('LNK1.says')).toBe(text)
})

test('clauses are named with their standard', async () => {
  expect(await explain('LNK2')).toContain('Why: ASVS 5.0 6.4.1 demands it')
})

test('an id that is none is answered with the nearest', async () => {
  await expect(explain('LNK99')).rejects.toThrow(/^There is no check "LNK99": the nearest of \d+ are LNK9, /)
})

test('at the deployment of a profile it is made with the values said there, or it is said what lacks', async () => {
  const config = fileURLToPath(new URL('../targets/bundled/doorstep.config.ts', import.meta.url))
  const made = await explain('LNK2', '--config', config)
  expect(made).toContain(`At The bundled tenant (${config}): it is made.`)
  const other = fileURLToPath(new URL('../targets/mediawiki/doorstep.config.ts', import.meta.url))
  expect(await explain('LNK2', '--config', other)).toMatch(/At MediaWiki.* \(.*\): not-testable\. \S/)
  expect(await explain('LNK2')).not.toContain('At ')
})
