import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { fullResult } from '../report/fixtures/full-result.ts'
import { reportCommand } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-report-'))
const file = (name: string) => join(folder, name)
const keep = (name: string, content: unknown) => {
  writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content))
  return file(name)
}

async function run(...args: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  log.mockClear()
  await reportCommand.configureOutput({ writeErr: () => {} }).parseAsync(args, { from: 'user' })
  return stripVTControlCharacters(log.mock.calls.flat().join('\n'))
}

afterEach(() => vi.restoreAllMocks())

test('renders a kept result at the terminal, for people and for a CI, with the site that is named', async () => {
  const kept = keep('kept.json', fullResult())
  const [html, junit] = [file('report.html'), file('report.xml')]
  const text = await run(kept, '--html', html, '--junit', junit, '--site', 'https://docs.example/x')
  expect(text).toContain('does not conform')
  expect(text).toContain('https://docs.example/x/flows/log-in/#given=')
  expect(readFileSync(html, 'utf8')).toContain('href="https://docs.example/x/flows/log-in/#given=')
  expect(readFileSync(junit, 'utf8')).toContain('https://docs.example/x/flows/log-in/#given=')
})

test('tells what is new and what is fixed since another result, without a run', async () => {
  const before = fullResult()
  for (const one of before.checks)
    if (one.id === 'LNK1') Object.assign(one, { verdict: 'passed', reason: undefined })
  const [now, earlier] = [keep('now.json', fullResult()), keep('earlier.json', before)]
  expect(await run(now, '--against', earlier)).toMatch(/Against .*earlier\.json, of .*\n {2}new {3}LNK1 /)
  expect(await run(earlier, '--against', now)).toMatch(/fixed LNK1 /)
  const json = await run(now, '--against', earlier, '--quiet')
  expect(json).not.toContain('Against')
  await expect(run(now, '--against', file('none.json'))).rejects.toThrow(/none\.json does not exist/)
  await expect(run(now, '--reporter', 'loud')).rejects.toThrow(/Choose among list, quiet, github\./)
})

const { flows: _, ...withoutFlows } = fullResult()
const misspelt = fullResult()
Object.assign(misspelt.flows[1]?.steps[2] ?? {}, { verdict: 'pased' })

test.each<[string, string, RegExp]>([
  ['a key that is missing', keep('a.json', withoutFlows), /is no result of this version: flows: /],
  ['a value that is wrong', keep('b.json', misspelt), /: flows\[1\]\.steps\[2\]\.verdict: Invalid option/],
  ['something else', keep('c.json', '[]'), /: the whole: Invalid input: expected object.*--json\.$/],
  ['no JSON', keep('d.json', '{'), /d\.json is no JSON: /],
  ['no file', file('e.json'), /e\.json does not exist: name a file that "doorstep check --json"/],
  ['a folder', folder, /is a folder: name the file/],
])('%s is one sentence, and nothing is written', async (_, kept, sentence) => {
  const html = file('never.html')
  await expect(run(kept, '--html', html)).rejects.toMatchObject({
    code: 'result-unreadable',
    message: expect.stringMatching(sentence),
  })
  expect(existsSync(html)).toBe(false)
})

test.each([
  [['--site', 'docs.example'], /It must be an address, such as http:/],
  [['--html', join(folder, 'no', 'x.html')], /no folder .*; make it/],
])('refuses %j in one sentence', async (args, sentence) => {
  await expect(run(keep('kept.json', fullResult()), ...args)).rejects.toThrowError(sentence)
})
