import { html } from 'hono/html'
import type { applicationShape } from '../../graph/shapes.ts'
import { adminPage } from '../../look/admin-layout.ts'
import type { AdminContext } from '../context.ts'

export type ShownApplication = ReturnType<typeof applicationShape>

export const applicationsPage = (context: AdminContext, applications: readonly ShownApplication[]): string =>
  adminPage(context, {
    title: 'App registrations',
    content: html`
      <div class="buttons"><a class="button primary" href="${context.home}/applications/new">New registration</a></div>
      ${
        applications.length === 0
          ? html`<p class="panel soft">No application is registered in ${context.directory.displayName} yet.</p>`
          : html`<div class="list"><table>
              <thead><tr><th>Display name</th><th>Application (client) ID</th><th>Created on</th></tr></thead>
              <tbody>
                ${applications.map(
                  (each) => html`<tr>
                    <th scope="row"><a href="${context.home}/applications/${each.id}">${each.displayName}</a></th>
                    <td data-label="Application (client) ID"><code>${each.appId}</code></td>
                    <td data-label="Created on"><time>${each.createdDateTime.slice(0, 10)}</time></td>
                  </tr>`,
                )}
              </tbody>
            </table></div>`
      }`,
  })
