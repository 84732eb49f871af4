import { html, raw } from 'hono/html'
import type { AdminContext } from '../admin/context.ts'
import type { Content } from './layout.ts'

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
  <nav aria-label="Admin center">
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
  String(html`${raw('<!doctype html>')}
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Entra admin center</title>
    <link rel="stylesheet" href="/assets/idp.css" />
    <link rel="stylesheet" href="/assets/admin.css" />
    <link rel="icon" href="/assets/icon.svg" />
  </head>
  <body class="admin">
    <header class="bar">
      <a class="brand" href="${context.home}"><span class="mark" aria-hidden="true"></span>Entra admin center <small>simulated</small></a>
      <p>${context.administrator.userPrincipalName}<br /><small>${context.directory.displayName}</small></p>
      <a class="button" href="${context.issuer.authority.mount}/oauth2/v2.0/logout">Sign out</a>
    </header>
    ${navigation(context)}
    <main>
      ${
        trail.length > 0
          ? html`<ol class="trail" aria-label="You are here">${trail.map(([name, href]) => html`<li><a href="${href}">${name}</a></li>`)}</ol>`
          : ''
      }
      <h1>${title}</h1>
      ${tabs ?? ''}
      ${content}
    </main>
  </body>
</html>`)
