import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { fullResult } from '../fixtures/full-result.ts'
import { makeResult } from '../fixtures/make-result.ts'
import { pullRequestOf } from './pull-request.ts'
import { comment } from './sticky-comment.ts'
import { startGithub } from './testing/start-github.ts'

const red = fullResult()
const green = makeResult({ flows: [logIn] })
const options = { site: 'http://localhost:4321', env: {} }

let github: Awaited<ReturnType<typeof startGithub>>
beforeEach(async () => {
  const others = Array.from({ length: 130 }, (_, n) => ({ id: n + 1, body: 'Looks good to me.' }))
  github = await startGithub({ comments: others })
})
afterEach(() => github.close())

const pull = (token = github.tokens.writes) => ({
  api: github.url,
  repository: github.repository,
  number: github.number,
  token,
})
const own = () => github.comments.filter(({ body }) => body.includes('The bundled tenant'))

test('there is one comment: made, left as it is, and in the end it says that all is fixed', async () => {
  expect(await comment(red, pull(), options)).toBe('created')
  expect(own().map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^<!-- doorstep: The bundled tenant -->\n\*\*The bundled tenant\*\*: ❌ does not conform/,
    ),
  ])
  expect(await comment(red, pull(), options)).toBe('unchanged')
  expect(await comment(green, pull(), options)).toBe('updated')
  expect(own()).toHaveLength(1)
  expect(own()[0]?.body).toContain('Everything that was listed here is fixed.')
  expect(own()[0]?.body).toContain('✅ conforms')
  // It is behind the first page.
  expect(github.asked.filter((one) => one.startsWith('GET')).at(-1)).toContain('page=2')
})

test('where nothing was ever wrong there is no comment', async () => {
  expect(await comment(green, pull(), options)).toBe('not-needed')
  expect(github.comments).toHaveLength(130)
})

test('each target has its own comment', async () => {
  await comment(red, pull(), options)
  const other = { ...red, target: { ...red.target, name: 'Staging --> x' } }
  expect(await comment(other, pull(), options)).toBe('created')
  expect(await comment(other, pull(), options)).toBe('unchanged')
  expect(github.comments.at(-1)?.body).toMatch(/^<!-- doorstep: Staging {2}x -->\n/)
})

test('a comment is no longer than GitHub allows, and its table has whole rows', async () => {
  const long = fullResult()
  for (const flow of long.flows)
    for (const one of flow.transitions)
      if (one.verdict === 'failed' || one.verdict === 'inconclusive') one.reason = 'much '.repeat(20_000)
  expect(await comment(long, pull(), options)).toBe('created')
  const body = github.comments.at(-1)?.body ?? ''
  expect(body.length).toBeLessThanOrEqual(65_536)
  expect(body).toMatch(/\|\n\nThe rest is in the report\.\n$/)
})

test('what GitHub refuses is one sentence that says what the token needs', async () => {
  await expect(comment(red, pull(github.tokens.reads), options)).rejects.toThrow(
    /POST .*comments was answered with 403\. Give the job the permission “pull-requests: write”/,
  )
  await expect(comment(red, pull('none'), options)).rejects.toThrow(/was answered with 401\.$/)
  await expect(comment(red, { ...pull(), api: 'http://127.0.0.1:1' }, options)).rejects.toMatchObject({
    code: 'github-refused',
  })
})

test('the pull request is that of the workflow, unless one is named', () => {
  const event = join(mkdtempSync(join(tmpdir(), 'doorstep-event-')), 'event.json')
  writeFileSync(event, JSON.stringify({ pull_request: { number: 12 } }))
  const env = { GITHUB_REPOSITORY: 'heron/nest', GITHUB_TOKEN: 't' }
  expect(pullRequestOf({ ...env, GITHUB_REF: 'refs/pull/9/merge' }).number).toBe(9)
  expect(pullRequestOf({ ...env, GITHUB_EVENT_PATH: event }).number).toBe(12)
  expect(pullRequestOf({ ...env, GITHUB_EVENT_PATH: event }, 3)).toEqual({
    api: 'https://api.github.com',
    repository: 'heron/nest',
    number: 3,
    token: 't',
  })
  expect(() => pullRequestOf({ ...env, GITHUB_REF: 'refs/heads/main' })).toThrow('name one with --pr')
  expect(() => pullRequestOf({})).toThrow(/Set GITHUB_REPOSITORY .* and GITHUB_TOKEN/)
})
