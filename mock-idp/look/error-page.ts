import { html } from 'hono/html'
import type { TracedRefusal } from '../entra/refusal.ts'
import { brand, cardPage, facts } from './layout.ts'

/** What a person sees when sign-in cannot continue, with everything they need to ask someone about it. */
export const errorPage = (refusal: TracedRefusal): string =>
  cardPage(
    'Sign-in failed',
    html`${brand('Sign in')}
      <h1>We can't sign you in</h1>
      <p class="message wrong" role="alert"><strong>AADSTS${refusal.code}</strong>: ${refusal.message}</p>
      <details open>
        <summary>Details for the person who runs the application</summary>
        ${facts([
          ['Error code', refusal.code],
          ['Request Id', html`<code>${refusal.traceId}</code>`],
          ['Correlation Id', html`<code>${refusal.correlationId}</code>`],
          ['Timestamp', refusal.timestamp],
        ])}
      </details>`,
  )

/** The same for a generic provider, which has OAuth's codes only. */
export const plainErrorPage = (error: string, description: string): string =>
  cardPage(
    'Sign-in failed',
    html`${brand('Sign in')}
      <h1>We can't sign you in</h1>
      <p class="message wrong" role="alert"><strong>${error}</strong>: ${description}</p>
      <p class="soft">Go back to the application and try again, or tell the person who runs it.</p>`,
  )

/** What `error_uri` of an Entra error leads to. */
export const errorCodePage = (code: string): string =>
  cardPage(
    'Error code',
    html`${brand('Sign in')}
      <h1>AADSTS${/^\d{1,10}$/.test(code) ? code : ''}</h1>
      <p>The answer that led here says in <code>error_description</code> what was wrong with the request. Microsoft's
        <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">reference of error codes</a> has
        what the number means at Entra.</p>`,
  )
