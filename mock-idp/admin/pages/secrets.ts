import { html } from 'hono/html'
import { problem } from '../../look/layout.ts'
import type { AdminContext } from '../context.ts'
import { applicationFrame } from './application-frame.ts'
import type { ShownApplication } from './applications.ts'

/** How long a new secret may live, in days (FACTS, Microsoft Entra). */
const secretDays = [180, 90, 365, 545, 730] as const
const daysText = (days: number) => (days === 180 ? 'Recommended: 180 days (6 months)' : `${days} days`)

/** `fresh` is the value of the secret just made: it is shown now and never again. */
export function secretsPage(
  context: AdminContext,
  application: ShownApplication,
  { fresh, refused }: { fresh?: { keyId: string; value: string }; refused?: string } = {},
): string {
  const here = `${context.home}/applications/${application.id}/secrets`
  const now = context.issuer.clock()
  return applicationFrame(
    context,
    application,
    '/secrets',
    html`${problem('refused', refused)}
      ${
        fresh
          ? html`<div class="done" role="status">Copy the value of your new secret now: it won't be shown again.
              <code class="secret-value" data-testid="secret-value">${fresh.value}</code></div>`
          : ''
      }
      <h2>Client secrets</h2>
      <form method="post" action="${here}/add" class="panel" aria-label="New client secret">
        <div class="inline">
          <div class="field"><label for="description">Description</label>
            <input id="description" name="description" type="text" maxlength="120" /></div>
          <div class="field"><label for="days">Expires</label>
            <select id="days" name="days">${secretDays.map((days) => html`<option value="${days}">${daysText(days)}</option>`)}</select></div>
        </div>
        <button type="submit" class="primary">New client secret</button>
      </form>
      ${
        application.passwordCredentials.length === 0
          ? html`<p class="quiet">No client secret has been made for this application.</p>`
          : html`<div class="scroll"><table>
            <thead><tr><th>Description</th><th>Expires</th><th>Value</th><th>Secret ID</th><td></td></tr></thead>
            <tbody>${application.passwordCredentials.map(
              (each) => html`<tr>
                <td>${each.displayName || '–'}</td>
                <td>${each.endDateTime.slice(0, 10)}${Date.parse(each.endDateTime) <= now ? html` <strong>expired</strong>` : ''}</td>
                <td><code>${fresh?.keyId === each.keyId ? fresh.value : `${each.hint}${'•'.repeat(12)}`}</code></td>
                <td><code>${each.keyId}</code></td>
                <td><form method="post" action="${here}/remove">
                  <button type="submit" name="keyId" value="${each.keyId}" aria-label="Delete ${each.displayName || each.keyId}">Delete</button>
                </form></td>
              </tr>`,
            )}</tbody>
          </table></div>`
      }`,
  )
}
