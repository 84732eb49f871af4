import { html } from 'hono/html'
import type { AdminContext } from '../admin/context.ts'
import { type Content, mark, page } from './layout.ts'

export interface AdminPage {
  title: string
  /** The names of the pages above this one, with their addresses. */
  trail?: readonly (readonly [string, string])[]
  content: Content
  /** The pages of one application, above its content. */
  tabs?: Content
}

const link = (href: string, text: string, current: boolean) =>
  html`<li><a href="${href}" ${current ? html`aria-current="page"` : ''}>${text}</a></li>`

const navigation = ({ home, exchange }: AdminContext) => html`
  <nav class="pane" aria-label="Admin center">
    <ul>
      ${link(home, 'Home', exchange.path === home)}
      <li>
        <details open>
          <summary>Identity</summary>
          <ul>
            <li>
              <details open>
                <summary>Applications</summary>
                <ul>${link(`${home}/applications`, 'App registrations', exchange.path.startsWith(`${home}/applications`))}</ul>
              </details>
            </li>
            <li>
              <details open>
                <summary>Users</summary>
                <ul>${link(`${home}/users`, 'All users', exchange.path === `${home}/users`)}</ul>
              </details>
            </li>
          </ul>
        </details>
      </li>
    </ul>
  </nav>`

/** A page of the admin center: bar, navigation, trail, content. */
export const adminPage = (context: AdminContext, { title, trail = [], content, tabs }: AdminPage): string =>
  page(
    `${title} – Entra admin center`,
    html`<div class="app">
      <header class="bar">
        <a class="brand" href="${context.home}">${mark}Entra admin center <small>simulated</small></a>
        <p>${context.administrator.userPrincipalName}<br /><small>${context.directory.displayName}</small></p>
        <a class="button secondary" href="${context.issuer.authority.mount}/oauth2/v2.0/logout">Sign out</a>
      </header>
      <div class="frame">
        ${navigation(context)}
        <main class="work">
          ${
            trail.length > 0
              ? html`<ol class="trail" aria-label="You are here">${trail.map(([name, href]) => html`<li><a href="${href}">${name}</a></li>`)}</ol>`
              : ''
          }
          <h1>${title}</h1>
          ${tabs ?? ''}
          ${content}
        </main>
      </div>
    </div>`,
  )
