import { html } from 'hono/html'
import { brand, breakable, cardPage, problem, takesFocus } from '../../look/layout.ts'
import { fields, primaryButton } from '../fields.ts'
import type { Visit } from '../visit.ts'

export const passwordPage = ({ home, progress, application }: Visit): string =>
  cardPage(
    'Enter password',
    html`${brand(home.displayName)}
      <form method="post" class="who">
        <span>${breakable(progress.name ?? '')}</span>
        <button type="submit" class="secondary" name="do" value="change">Change</button>
      </form>
      <h1>Enter password</h1>
      <form method="post">
        ${problem('refused', progress.refused?.text)}
        <input type="hidden" name="${fields.name.name}" autocomplete="username" value="${progress.name ?? ''}" />
        <div class="field">
          <label for="${fields.password.id}">Password</label>
          <input id="${fields.password.id}" name="${fields.password.name}" type="password" autocomplete="current-password" ${takesFocus}
            ${progress.refused?.text ? html`aria-invalid="true" aria-describedby="refused"` : ''} />
        </div>
        <details>
          <summary>Forgot my password</summary>
          <p class="soft">Passwords of this directory are test data. The person who set it up finds them in its list of users.</p>
        </details>
        <div class="buttons">
          <button type="submit" id="${primaryButton}" name="do" value="password" class="primary">Sign in</button>
          <button type="submit" class="secondary" name="do" value="cancel" formnovalidate>Cancel</button>
        </div>
      </form>`,
    html`to continue to ${application.displayName}`,
  )
