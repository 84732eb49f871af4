import { html } from 'hono/html'
import { signInAudiences } from '../../directory/types.ts'
import { adminPage } from '../../look/admin-layout.ts'
import { problem, takesFocus } from '../../look/layout.ts'
import { audienceText } from '../audiences.ts'
import type { AdminContext } from '../context.ts'

export const platformText = {
  web: 'Web',
  spa: 'Single-page application (SPA)',
  publicClient: 'Public client/native',
}

/** "Register an application", with what was entered before when it was refused. */
export const registerPage = (context: AdminContext, entered: URLSearchParams, refused?: string): string => {
  const audience = entered.get('audience') ?? signInAudiences[0]
  const platform = entered.get('platform')
  return adminPage(context, {
    title: 'Register an application',
    trail: [['App registrations', `${context.home}/applications`]],
    content: html`<form method="post" class="panel" novalidate>
      ${problem('refused', refused)}
      <div class="field">
        <label for="name" class="required">Name</label>
        <input id="name" name="name" type="text" required maxlength="120" value="${entered.get('name') ?? ''}" ${takesFocus} />
        <small>The name that people see when they sign in; it can be changed later.</small>
      </div>
      <fieldset>
        <legend>Supported account types</legend>
        ${signInAudiences.map(
          (each) => html`<label class="check">
            <input type="radio" name="audience" value="${each}" ${each === audience ? 'checked' : ''} />${audienceText[each]}
          </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="redirectUri">Redirect URI (optional)</label>
        <div class="buttons">
          <select name="platform" aria-label="Platform">
            <option value="">Select a platform</option>
            ${Object.entries(platformText).map(
              ([value, text]) =>
                html`<option value="${value}" ${value === platform ? 'selected' : ''}>${text}</option>`,
            )}
          </select>
          <input id="redirectUri" name="redirectUri" type="text" inputmode="url" placeholder="https://example.com/auth" value="${entered.get('redirectUri') ?? ''}" />
        </div>
        <small>Answers are sent here after sign-in. It may be left blank now, but then no one can sign in yet.</small>
      </div>
      <div class="buttons">
        <button type="submit" class="primary">Register</button>
        <a class="button secondary" href="${context.home}/applications">Cancel</a>
      </div>
    </form>`,
  })
}
