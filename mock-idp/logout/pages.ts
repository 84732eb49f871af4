import { html } from 'hono/html'
import { brand, cardPage, takesFocus } from '../look/layout.ts'

/** Asks before signing out: anyone can link to this address. */
export const confirmPage = (provider: string, params: URLSearchParams): string =>
  cardPage(
    'Sign out',
    html`${brand(provider)}
      <h1>Sign out?</h1>
      <p>You will be signed out of ${provider} and of the applications you opened from here.</p>
      <form method="post" class="buttons">
        ${[...params].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button type="submit" name="logout" value="yes" class="primary" ${takesFocus}>Sign out</button>
        <button type="submit" class="secondary" name="logout" value="no">Stay signed in</button>
      </form>`,
  )

/**
 * The end: loads the clients' sign-out pages in hidden frames, then continues if there is an address to continue to.
 */
export const signedOutPage = (
  provider: string,
  frames: readonly string[],
  next: string | undefined,
): string =>
  cardPage(
    'Signed out',
    html`${brand(provider)}
      <h1>You signed out of your account</h1>
      <p>It's a good idea to close all browser windows.</p>
      ${frames.map((frame) => html`<iframe class="visually-hidden" title="Signing out of an application" src="${frame}"></iframe>`)}
      ${
        next
          ? html`<meta http-equiv="refresh" content="${`1;url=${next}`}" />
              <div class="buttons"><a class="button primary" href="${next}">Continue</a></div>`
          : ''
      }`,
  )

export const stillSignedInPage = (provider: string): string =>
  cardPage(
    'Still signed in',
    html`${brand(provider)}<h1>You are still signed in</h1><p>Nothing was changed.</p>`,
  )
