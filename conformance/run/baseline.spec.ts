import { expect, type Page, test } from '@playwright/test'
import { walk } from '../../machines/model/walk.ts'
import { flowIn } from '../packs/pack-of.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'
import { Baseline } from './baseline.ts'

/** A form that checks what is typed at each letter: from the beginning, or once it has refused something. */
const form = ({ checks, rule = '' }: { checks: 'at once' | 'later' | 'never'; rule?: string }) => `
  <h1>Change Your Password</h1>
  <form>
    <label>New password <input id="first" type="password"></label>
    <label>Re-enter new password <input id="second" type="password"></label>
    <button>Reset Password</button>
    <p id="rule"></p>
    <p id="said"></p>
  </form>
  <script>
    let live = ${checks === 'at once'}
    const wrong = () => {
      if (first.value.length < 12) return 'Choose at least 12 characters'
      return first.value === second.value ? '' : "Passwords don't match"
    }
    const say = (text) => {
      if (said.textContent === text) return
      said.textContent = text
      said.setAttribute('role', ${checks === 'at once'} ? 'alert' : 'none')
    }
    document.forms[0].oninput = () => {
      rule.textContent = '${rule}'
      if (live) say(document.activeElement === first && !second.value && first.value.length >= 12 ? '' : wrong())
    }
    document.forms[0].onsubmit = (event) => {
      event.preventDefault()
      if (${checks === 'never'}) return
      live = true
      say(wrong())
    }
  </script>`

/** The reasons and verdicts of a walk over the form, typing included. */
async function walked(page: Page, html: string, events: string[]) {
  const own = { sessionExists: async () => false, dashboardOpens: async () => false }
  const session = await sessionAt(page, '', { patience: 1_000 }, own)
  await page
    .context()
    .route('http://tenant.example/', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await session.page.goto('http://tenant.example/')
  const flow = flowIn([session.pack], 'activate-account')
  const moments = walk(flow, 'invited', ['open-activation.button', ...events])
  const baseline = new Baseline(await takeSnapshot(session.page))
  const verdicts: string[] = []
  for (const [n, after] of moments.entries()) {
    const before = moments[n - 1]
    const { edge } = after
    if (!edge || !before || edge.event === 'open-activation.button') continue
    const step = { flow, edge, before, after, way: moments.slice(0, n) }
    const { judgement, found } = await attemptStep(session, step, baseline.snapshot)
    if (found) baseline.note({ flow, edge, screen: before.screen, person: session, snapshot: found.snapshot })
    if (edge.event === 'reset-password') verdicts.push(judgement.verdict)
  }
  return verdicts
}

const weak = ['new-password.weak', 're-enter.same', 'reset-password']
const mismatch = ['new-password.strong', 're-enter.different', 'reset-password']

test('a message that comes while one types after a refusal is the answer', async ({ page }) => {
  const html = form({ checks: 'later' })
  expect(await walked(page, html, [...mismatch, ...weak, ...mismatch])).toEqual([
    'passed',
    'passed',
    'passed',
  ])
})

test('so is an alert that comes while one types for the first time', async ({ page }) => {
  const html = form({ checks: 'at once' })
  expect(await walked(page, html, [...weak, ...mismatch])).toEqual(['passed', 'passed'])
})

test('a rule that is shown while one types is none', async ({ page }) => {
  const html = form({ checks: 'never', rule: 'At least 12 characters' })
  expect(await walked(page, html, [...weak, ...weak])).toEqual(['inconclusive', 'inconclusive'])
})
