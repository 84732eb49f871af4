import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { CheckError } from '../errors.ts'
import { checkDeployment } from './check-deployment.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-check-'))

const failure = (options: object) =>
  checkDeployment({ workers: 1, headed: false, site: 'http://localhost:4321', ...options }, () => {}).catch(
    (error: unknown) => error,
  )

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each<[string, object, string, RegExp]>([
  [
    'an unknown flow',
    { flow: ['log-out'] },
    'unknown-flow',
    /^There is no flow "log-out": choose among .*log-in/,
  ],
  [
    'an unknown defect',
    { defect: 'anysix' },
    'unknown-defect',
    /^There is no defect "anysix": the nearest of \d+ are any-six-digits, /,
  ],
  [
    'a report in no folder',
    { json: join(folder, 'no', 'r.json') },
    'report-unwritable',
    /no folder .*; make it/,
  ],
  [
    'a page in no folder',
    { html: join(folder, 'no', 'r.html') },
    'report-unwritable',
    /no folder .*; make it/,
  ],
  ['a report that is a folder', { junit: folder }, 'report-unwritable', /a folder; add the name of a file/],
])('%s is one sentence with what to do', async (_what, options, code, sentence) => {
  const error = await failure(options)
  expect(error).toBeInstanceOf(CheckError)
  expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) })
})

test('a browser that is not where it is said to be is one sentence with what to do', async () => {
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'chrome'))
  expect(await failure({})).toMatchObject({
    code: 'browser-missing',
    message: expect.stringMatching(/^CHROMIUM_PATH names .*chrome, which does not exist: .*unset it/),
  })
})
