import { expect, test } from '@playwright/test'
import { edgesOf } from '../../machines/model/edges.ts'
import { walk } from '../../machines/model/walk.ts'
import { flowIn } from '../packs/pack-of.ts'
import { performStep } from '../session/perform-step.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'

const form = (after: string) => `
  <h1>Change Your Password</h1>
  <form onsubmit="${after}; return false">
    <label>New password <input type="password"></label>
    <label>Re-enter new password <input type="password"></label>
    <button>Reset Password</button>
  </form>`

/** People choose no password here, and what leads on from there is on the page. */
const noForm = {
  'change-your-password': { absent: 'people have no password' },
  'account-activated': { heading: 'Change Your Password', labels: { 'Log in to 1Secure': 'Reset Password' } },
}
const refuses = `this.insertAdjacentHTML('afterbegin', '<p role=alert>No hyphens</p>')`

for (const [what, after, isAdvised, overrides = {}] of [
  ['the form refuses it by a rule', refuses, true],
  ['another page comes', `document.body.innerHTML = '<h1>Something went wrong</h1>'`, false],
  ['there is no such form, and people are logged in too early', refuses, false, noForm],
] as const)
  test(`a profile may name a password for the product: ${what}`, async ({ page }) => {
    const own = { sessionExists: async () => overrides === noForm, dashboardOpens: async () => false }
    const session = await sessionAt(page, form(after), { overrides }, own)
    const flow = flowIn([session.pack], 'activate-account')
    const events = ['open-activation.button', 'new-password.strong', 're-enter.same', 'reset-password']
    const moments = walk(flow, 'invited', events)
    const [before, end] = moments.slice(-2)
    const edge = edgesOf(flow).find(({ id }) => id === end?.edge?.id)
    if (!before || !end || !edge) throw new Error('The walk has five moments.')
    for (const event of events.slice(1, -1)) await performStep(session, flow, event, before)

    const { judgement } = await attemptStep(session, {
      flow,
      edge,
      before,
      after: end,
      way: moments.slice(0, -1),
    })

    expect(judgement.verdict).toBe('failed')
    const advice = `If a rule of yours refuses “${session.chosenPassword}”, name a password it accepts in \`passwords.strong\`.`
    if (isAdvised) expect(judgement.reason).toContain(advice)
    else expect(judgement.reason).not.toContain('passwords.strong')
  })
