import { html } from 'hono/html'
import { platforms, signInAudiences } from '../../directory/types.ts'
import { problem } from '../../look/layout.ts'
import { audienceText } from '../audiences.ts'
import type { AdminContext } from '../context.ts'
import { applicationFrame } from './application-frame.ts'
import type { ShownApplication } from './applications.ts'
import { platformText } from './register.ts'

export function authenticationPage(
  context: AdminContext,
  application: ShownApplication,
  { refused, saved }: { refused?: string; saved?: boolean } = {},
): string {
  return applicationFrame(
    context,
    application,
    '/authentication',
    html`${problem('refused', refused)} ${saved ? html`<p class="message done" role="status">Saved.</p>` : ''}
      <form method="post">
        ${platforms.map(
          (platform) => html`<section class="panel">
            <h2>${platformText[platform]}</h2>
            <div class="field">
              <label for="${platform}">Redirect URIs</label>
              ${application[platform].redirectUris.map(
                (uri) =>
                  html`<input type="text" inputmode="url" name="${platform}" value="${uri}" aria-label="Redirect URI" />`,
              )}
              <input type="text" inputmode="url" id="${platform}" name="${platform}" placeholder="Add URI" />
              <small>Compared character by character. Empty a field to remove its address.</small>
            </div>
          </section>`,
        )}
        <section class="panel">
          <h2>Implicit grant and hybrid flows</h2>
          <label class="check"><input type="checkbox" name="idTokens" value="yes" ${
            application.web.implicitGrantSettings.enableIdTokenIssuance ? 'checked' : ''
          } />ID tokens (used for implicit and hybrid flows)</label>
        </section>
        <section class="panel">
          <div class="field">
            <label for="logoutUrl">Front-channel logout URL</label>
            <input id="logoutUrl" name="logoutUrl" type="text" inputmode="url" value="${application.web.logoutUrl ?? ''}" />
          </div>
          <fieldset>
            <legend>Supported account types</legend>
            ${signInAudiences.map(
              (each) =>
                html`<label class="check"><input type="radio" name="audience" value="${each}" ${
                  each === application.signInAudience ? 'checked' : ''
                } />${audienceText[each]}</label>`,
            )}
          </fieldset>
        </section>
        <div class="buttons"><button type="submit" class="primary">Save</button></div>
      </form>`,
  )
}
