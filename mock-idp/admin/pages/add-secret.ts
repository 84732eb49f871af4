import { html } from 'hono/html'
import { adminPage } from '../../look/admin-layout.ts'
import { problem, takesFocus } from '../../look/layout.ts'
import type { AdminContext } from '../context.ts'
import type { ShownApplication } from './applications.ts'

/** How long a new secret may live, in days (FACTS, Microsoft Entra). */
const secretDays = [180, 90, 365, 545, 730] as const
const daysText = (days: number) => (days === 180 ? '180 days (6 months), recommended' : `${days} days`)

/** "Add a client secret", with what was wrong about the last entry. */
export function addSecretPage(
  context: AdminContext,
  application: ShownApplication,
  refused?: string,
): string {
  const here = `${context.home}/applications/${application.id}`
  return adminPage(context, {
    title: 'Add a client secret',
    trail: [
      ['App registrations', `${context.home}/applications`],
      [application.displayName, here],
      ['Certificates & secrets', `${here}/secrets`],
    ],
    content: html`<form method="post" class="panel">
      ${problem('refused', refused)}
      <div class="field">
        <label for="description">Description</label>
        <input id="description" name="description" type="text" maxlength="120" ${takesFocus} />
      </div>
      <div class="field">
        <label for="days">Expires</label>
        <select id="days" name="days">${secretDays.map((days) => html`<option value="${days}">${daysText(days)}</option>`)}</select>
      </div>
      <div class="buttons">
        <button type="submit" class="primary">Add</button>
        <a class="button secondary" href="${here}/secrets">Cancel</a>
      </div>
    </form>`,
  })
}
