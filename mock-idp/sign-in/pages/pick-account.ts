import { html } from 'hono/html'
import { brand, cardPage } from '../../look/layout.ts'
import type { Visit } from '../visit.ts'

export const pickAccountPage = ({ home, session, application }: Visit): string =>
  cardPage(
    'Pick an account',
    html`${brand(home.displayName)}
      <h1>Pick an account</h1>
      <form method="post">
        <input type="hidden" name="do" value="pick" />
        <ul class="tiles">
          ${
            session
              ? html`<li><button type="submit" class="secondary" name="account" value="session">
                  <span class="badge" aria-hidden="true">${session.user.displayName.slice(0, 1).toUpperCase()}</span>
                  <span>${session.user.displayName}<small>${session.user.userPrincipalName} – signed in</small></span>
                </button></li>`
              : ''
          }
          <li><button type="submit" class="secondary" name="account" value="another">
            <span class="badge" aria-hidden="true">+</span><span>Use another account</span>
          </button></li>
        </ul>
      </form>`,
    html`to continue to ${application.displayName}`,
  )
