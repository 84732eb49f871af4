import { html } from 'hono/html'
import { problem } from '../../look/layout.ts'
import type { AdminContext } from '../context.ts'
import { applicationFrame } from './application-frame.ts'
import type { ShownApplication } from './applications.ts'

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
          ? html`<div class="message done" role="status">Copy the value of your new secret now: it won't be shown again.
              <code class="secret-value" data-testid="secret-value">${fresh.value}</code></div>`
          : ''
      }
      <div class="buttons">
        <h2>Client secrets</h2>
        <a class="button primary" href="${here}/new">New client secret</a>
      </div>
      ${
        application.passwordCredentials.length === 0
          ? html`<p class="soft">No client secret has been made for this application.</p>`
          : html`<div class="list"><table>
            <thead><tr><th>Description</th><th>Expires</th><th>Value</th><th>Secret ID</th><td></td></tr></thead>
            <tbody>${application.passwordCredentials.map(
              (each) => html`<tr>
                <th scope="row">${each.displayName || '–'}</th>
                <td data-label="Expires"><time>${each.endDateTime.slice(0, 10)}</time>${Date.parse(each.endDateTime) <= now ? html` <strong>expired</strong>` : ''}</td>
                <td data-label="Value"><code>${fresh?.keyId === each.keyId ? fresh.value : `${each.hint}${'•'.repeat(12)}`}</code></td>
                <td data-label="Secret ID"><code>${each.keyId}</code></td>
                <td><form method="post" action="${here}/remove">
                  <button type="submit" class="secondary" name="keyId" value="${each.keyId}" aria-label="Delete ${each.displayName || each.keyId}">Delete</button>
                </form></td>
              </tr>`,
            )}</tbody>
          </table></div>`
      }`,
  )
}
