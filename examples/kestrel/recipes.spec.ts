import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { startGithub } from '../../conformance/report/github/testing/start-github.ts'
import { runProcess } from '../../conformance/testing/run-process.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(join(root, 'conformance', name), 'utf8')

/** A folder with a deployment to check, and commands that install nothing: `npx doorstep` is this one. */
let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-recipes-'))
  cpSync(fileURLToPath(new URL('.', import.meta.url)), folder, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  const command = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "$CALLS"\n${text}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  command('npm', 'true')
  command(
    'npx',
    `[ "$1" != doorstep ] || { shift; exec "${process.execPath}" "${join(root, 'conformance/doorstep.mjs')}" "$@" $MORE; }`,
  )
})
test.afterEach(() => rmSync(folder, { recursive: true }))

const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')

const run = (file: string, args: string[], env: Record<string, string> = {}) =>
  runProcess(file, args, {
    cwd: folder,
    env: {
      ...{ GITHUB_WORKSPACE: undefined, GITHUB_STEP_SUMMARY: undefined },
      PATH: [join(folder, '.bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
      CALLS: join(folder, 'calls'),
      ...env,
    },
  })

const RED = { KESTREL_FAULT: 'stays-signed-in' }

interface Step {
  if?: string
  run: string
  env?: Record<string, string>
  'continue-on-error'?: boolean
}

/** Runs the steps of the composite action as a runner does: its expressions are those that it has, and no others. */
async function runAction(inputs: Record<string, string>, github: Record<string, string>, env = {}) {
  const action = parse(read('action/action.yml'))
  const valueFor = (expression: string): string => {
    const [, where = '', name = ''] = /^(inputs|github)\.([\w-]+)$/.exec(expression.trim()) ?? []
    const usual = where === 'inputs' ? action.inputs[name]?.default : undefined
    const value = (where === 'inputs' ? inputs : github)[name] ?? usual
    if (value === undefined) throw new Error(`The action names ${expression}, which there is not.`)
    return filled(value)
  }
  const filled = (text: string) => text.replace(/\$\{\{(.*?)\}\}/g, (_, inner: string) => valueFor(inner))
  let status: unknown = 0
  let said = ''
  for (const step of action.runs.steps as Step[]) {
    const [always, ...conditions] = (step.if ?? '').startsWith('always()')
      ? ['always', ...(step.if ?? '').split('&&').slice(1)]
      : ['', ...(step.if ? step.if.split('&&') : [])]
    const holds = conditions.every((condition) => {
      const [, left = '', right = ''] = /^\s*(\S+) == '(.*)'\s*$/.exec(condition) ?? []
      return valueFor(left) === right
    })
    if (!holds || (status !== 0 && !always)) continue
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, filled(value)]))
    const came = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      ...env,
      ...own,
    })
    said += came.said
    if (status === 0 && !step['continue-on-error']) status = came.status
  }
  return { status, said }
}

test('the action: annotations and a summary at the documentation, and one comment until it is fixed', {
  tag: '@long',
}, async () => {
  test.setTimeout(240_000)
  const github = await startGithub()
  const summary = join(folder, 'summary.md')
  const inputs = { docs: 'docs', arguments: '--no-checks --workers 1' }
  const context = { event_name: 'pull_request', token: github.tokens.writes }
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REF: `refs/pull/${github.number}/merge`,
    GITHUB_STEP_SUMMARY: summary,
  }
  try {
    const red = await runAction(inputs, context, { ...env, ...RED })
    expect(red.status).toBe(1)
    expect(red.said).toMatch(/^::error file=docs\/two-step-sign-in\.md,line=\d+,/m)
    expect(readFileSync(summary, 'utf8')).toContain('**Kestrel**: ❌ does not conform.')
    expect(github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('two-step-sign-in.md')])
    expect(calls()[0]).toBe('npx playwright install --with-deps chromium-headless-shell')
    for (const file of ['doorstep.html', 'doorstep.xml', 'doorstep.sarif', 'doorstep.ctrf.json'])
      expect(existsSync(join(folder, file))).toBe(true)

    const green = await runAction({ ...inputs, 'install-browser': 'false' }, context, env)
    expect(green.status).toBe(0)
    expect(github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('is fixed.')])
  } finally {
    await github.close()
  }
})

test('the action: shards leave no comment, and are judged together against a baseline', {
  tag: '@long',
}, async () => {
  test.setTimeout(240_000)
  const github = await startGithub()
  const context = { event_name: 'pull_request', token: github.tokens.writes }
  const env = {
    ...RED,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REF: `refs/pull/${github.number}/merge`,
  }
  const usual = { 'install-browser': 'false', arguments: '' }
  try {
    for (const n of [1, 2]) {
      const share = { ...usual, arguments: '--no-checks --workers 1', shard: `${n}/2` }
      await runAction(share, context, env)
      mkdirSync(join(folder, `shards/${n}`), { recursive: true })
      cpSync(join(folder, 'doorstep.json'), join(folder, `shards/${n}/doorstep.json`))
    }
    expect(github.comments).toEqual([])
    const merge = { ...usual, merge: 'shards/*/doorstep.json' }
    const red = await runAction(merge, context, env)
    expect(red.status).toBe(1)
    expect(github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('two-step-sign-in.md')])

    await runAction({ ...merge, baseline: 'known.json', arguments: '--update-baseline' }, context, env)
    const known = await runAction({ ...merge, baseline: 'known.json' }, context, env)
    expect(known.status, known.said).toBe(0)
    const without = await runAction({ ...merge, baseline: 'none.json' }, context, env)
    expect(without.said).toContain('does not exist')
    expect(without.status).toBe(2)
  } finally {
    await github.close()
  }
})

test('the action: a run that may not write a comment ends as its check does', { tag: '@long' }, async () => {
  test.setTimeout(120_000)
  const github = await startGithub()
  const env = {
    ...RED,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REF: `refs/pull/${github.number}/merge`,
  }
  const context = { event_name: 'pull_request', token: github.tokens.reads }
  try {
    const { status, said } = await runAction({ arguments: '--no-checks' }, context, env)
    expect(status).toBe(1)
    expect(said).toContain('was answered with 403')
  } finally {
    await github.close()
  }
})

test('the job of GitLab leaves the reports that it names, and fails when the check does', {
  tag: '@long',
}, async () => {
  test.setTimeout(120_000)
  const { script, artifacts } = parse(read('recipes/gitlab-ci.yml')).doorstep
  const { status } = await run('sh', ['-ec', script.join('\n')], { ...RED, MORE: '--no-checks' })
  expect(status).toBe(1)
  for (const file of [...artifacts.paths, artifacts.reports.junit])
    expect(existsSync(join(folder, file)), file).toBe(true)
  expect(calls().slice(0, 2)).toEqual([
    'npm ci',
    'npx playwright install --with-deps chromium-headless-shell',
  ])
})

test('the shell recipe writes a baseline once, and fails only on what is new', { tag: '@long' }, async () => {
  test.setTimeout(240_000)
  const script = join(root, 'conformance/recipes/check.sh')
  const check = (env = {}) => run('sh', [script, '--no-checks'], env)
  const first = await check()
  expect(first.said).toMatch(/Result +conforms/)
  expect(first.status).toBe(0)
  expect(JSON.parse(readFileSync(join(folder, 'doorstep.baseline.json'), 'utf8'))).toEqual({})
  const broken = await check(RED)
  expect(broken.status).toBe(1)
  expect(broken.said).not.toContain('Walking')
  expect(existsSync(join(folder, 'doorstep-reports/report.html'))).toBe(true)
  expect(calls().filter((one) => one.includes('--update-baseline'))).toHaveLength(1)
})
