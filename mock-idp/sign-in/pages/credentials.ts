import { html } from 'hono/html'
import { brand, cardPage, problem, takesFocus } from '../../look/layout.ts'
import type { Visit } from '../visit.ts'

/** A generic provider asks for both on one page, and doesn't tell which of the two was wrong. */
export const credentialsPage = ({ home, progress, application }: Visit): string =>
  cardPage(
    'Sign in',
    html`${brand(home.displayName)}
      <h1>Sign in to ${application.displayName}</h1>
      <form method="post">
        ${problem('refused', progress.refused?.text)}
        <div class="field">
          <label for="name">Email address</label>
          <input id="name" name="name" type="email" autocomplete="username" value="${progress.name ?? ''}" ${takesFocus} />
        </div>
        <div class="field">
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" />
        </div>
        <div class="buttons">
          <button type="submit" name="do" value="password" class="primary">Sign in</button>
          <button type="submit" class="secondary" name="do" value="cancel" formnovalidate>Cancel</button>
        </div>
      </form>`,
  )
