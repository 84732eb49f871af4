import { html } from 'hono/html'
import { brand, cardPage } from './layout.ts'

/** Posts an answer to the client (OAuth 2.0 Form Post Response Mode): by script, or by a button if scripts are off. */
export const formPostPage = (action: string, params: Record<string, string>): string =>
  cardPage(
    'Signing you in',
    html`${brand('Sign in')}
      <h1>One moment</h1>
      <form method="post" action="${action}" id="answer">
        ${Object.entries(params).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <p>You are on your way back to the application.</p>
        <button type="submit" class="primary">Continue</button>
      </form>
      <script src="/assets/form-post.js" defer></script>`,
  )
