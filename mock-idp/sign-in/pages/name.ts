import { html } from 'hono/html'
import { brand, cardPage, problem, takesFocus } from '../../look/layout.ts'
import { fields, primaryButton } from '../fields.ts'
import type { Visit } from '../visit.ts'

export const namePage = ({ home, application, progress }: Visit): string =>
  cardPage(
    'Sign in',
    html`${brand(home.displayName)}
      <h1>Sign in</h1>
      <form method="post">
        ${problem('refused', progress.refused?.text)}
        <div class="field">
          <label for="${fields.name.id}">Email address</label>
          <input id="${fields.name.id}" name="${fields.name.name}" type="email" autocomplete="username" placeholder="someone@example.com"
            value="${progress.name ?? ''}" ${takesFocus} ${progress.refused?.text ? html`aria-invalid="true" aria-describedby="refused"` : ''} />
        </div>
        <div class="buttons">
          <button type="submit" id="${primaryButton}" name="do" value="name" class="primary">Next</button>
          <button type="submit" class="secondary" name="do" value="cancel" formnovalidate>Cancel</button>
        </div>
      </form>`,
    html`to continue to ${application.displayName}`,
  )
