import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RunningSite, startSite } from '@doorstep/site/start-site'
import { expect, test } from '@playwright/test'
import type { CheckResult } from '../../conformance/report/result.ts'
import { perform } from '../../machines/model/perform.ts'
import { begin, walk } from '../../machines/model/walk.ts'
import { beginsWithPassword } from '../../site/simulator/model/account.ts'
import { splitChoices } from '../../site/simulator/walk/choices.ts'
import { countOf } from '../../site/simulator/walk/count-of.ts'
import { ByHand } from '../../site/testing/by-hand.ts'
import { kestrel } from './pack/pack.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))
const [flow] = kestrel.flows
const run = promisify(execFile)

/** Answers what the command printed. @throws with its output when it does not end with 0 */
const doorstep = async (args: string[], env: NodeJS.ProcessEnv = {}) =>
  (
    await run(process.execPath, ['conformance/doorstep.mjs', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    })
  ).stdout

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kestrel-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('its documentation is traced: every step is modelled, and nothing has drifted', async () => {
  const printed = await doorstep(['trace', join(here, 'docs'), '--pack', join(here, 'pack')])
  expect(printed).toContain('7 steps: 7 modelled, 0 not')
  expect(printed).toContain('0 drift messages')
})

test('its plan covers every transition', async () => {
  expect(await doorstep(['plan', '--pack', join(here, 'pack')])).toContain('Nothing is out of reach.')
})

test.describe('its model', () => {
  let site: RunningSite
  test.beforeAll(async () => {
    const pages = join(folder, 'dist')
    const manifest = createRequire(import.meta.url).resolve('astro/package.json')
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { astro: string } }
    await run(process.execPath, [join(dirname(manifest), bin.astro), 'build', '--outDir', pages], {
      cwd: root,
      env: { ...process.env, DOORSTEP_PACKS: join(here, 'pack') },
    })
    site = await startSite({ port: 0, pages })
  })
  test.afterAll(() => site.close())

  test('is walked in the browser by hand, from its beginning to its goal', async ({ page }) => {
    if (!flow) throw new Error('The pack has no flow.')
    await page.goto(`${site.url}/flows/kestrel/${flow.id}/#given=ready&walk=`)
    const person = new ByHand(page, kestrel, beginsWithPassword(kestrel, flow, 'ready'))
    const events: string[] = []
    for (let now = begin(flow, 'ready'); !now.goal; now = walk(flow, 'ready', events).at(-1) ?? now) {
      await expect(page.locator('.transport output')).toHaveText(countOf(events.length, events.length))
      const moments = walk(flow, 'ready', events)
      const [next] = splitChoices(flow, moments, moments.length - 1).documented
      const event = flow.events[next?.event ?? '']
      if (!next || !event) throw new Error(`Nothing leads on from ${now.state}.`)
      events.push(next.event)
      await perform({ pack: kestrel, screen: now.screen, event }, person)
      if (event.fill && !event.press) await page.locator('h1').first().click()
    }
    expect(events).toEqual([
      'go-to-sign-in',
      'sign-in',
      'click-settings',
      'click-turn-on',
      'digits.right',
      'click-confirm',
    ])
  })
})

async function check(fault: string): Promise<CheckResult> {
  const file = join(folder, `${fault || 'sound'}.json`)
  const args = ['check', '--config', join(here, 'doorstep.config.ts'), '--no-checks', '--json', file]
  await doorstep(args, { KESTREL_FAULT: fault }).catch(() => undefined)
  return JSON.parse(readFileSync(file, 'utf8')) as CheckResult
}

const verdictsOf = ({ flows }: CheckResult) =>
  flows.flatMap(({ steps }) => steps.map(({ id, verdict }) => [id, verdict]))

test('the application does what its documentation says: seven steps passed', async () => {
  const result = await check('')
  expect(verdictsOf(result)).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((number) => [`turn-on-two-step-sign-in.${number}`, 'passed']),
  )
  expect(result.summary.conforms).toBe('yes')
})

test('with a session that outlives “Sign out”, exactly that step fails', { tag: '@long' }, async () => {
  const failed = verdictsOf(await check('stays-signed-in')).filter(([, verdict]) => verdict !== 'passed')
  expect(failed).toEqual([['turn-on-two-step-sign-in.7', 'failed']])
})

test('documentation with an old name: the check says which line to change to what, and the patch does it', async () => {
  const own = join(folder, 'renamed')
  cpSync(here, own, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(own, 'node_modules'))
  const change = (name: string, from: RegExp, to: string) => {
    const before = readFileSync(join(own, name), 'utf8')
    const after = before.replaceAll(from, to)
    expect(after).not.toBe(before)
    writeFileSync(join(own, name), after)
  }
  // The button was once called otherwise: documentation and pack still say so, and the profile knows what it is called today.
  const page = readFileSync(join(own, 'docs/two-step-sign-in.md'), 'utf8')
  change('docs/two-step-sign-in.md', /\bConfirm\b/g, 'Verify')
  change('pack/screens.ts', /'Confirm'/g, "'Verify'")
  change('pack/turn-on-two-step-sign-in.ts', /\bConfirm\b/g, 'Verify')
  change(
    'doorstep.config.ts',
    /( {2}protectedPage:)/g,
    "  screens: { 'scan-this-code': { labels: { Verify: 'Confirm' } } },\n$1",
  )
  const { stdout } = await run(
    process.execPath,
    [
      join(root, 'conformance/doorstep.mjs'),
      ...['check', '--no-checks', '--docs', 'docs', '--suggest', 'names.patch'],
    ],
    { cwd: own },
  )
  const line = page.split('\n').findIndex((text) => text.includes('**Confirm**')) + 1
  expect(stdout).toContain(`docs/two-step-sign-in.md:${line} says “Verify”, the product “Confirm”`)
  expect(stdout).toContain('names.patch has a patch for it: git apply names.patch')
  await run('git', ['apply', 'names.patch'], { cwd: own })
  expect(readFileSync(join(own, 'docs/two-step-sign-in.md'), 'utf8')).toBe(page)
})

test('nothing outside of this folder knows it', async () => {
  const { stdout } = await run(
    'git',
    ['grep', '-il', 'kestrel', '--', '*.ts', '*.tsx', '*.astro', '*.mjs', '*.json'],
    {
      cwd: root,
    },
  )
  expect(stdout.split('\n').filter((file) => file && !file.startsWith('examples/kestrel/'))).toEqual([])
})
