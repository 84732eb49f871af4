import { html } from 'hono/html'
import { adminPage } from '../../look/admin-layout.ts'
import type { AdminContext } from '../context.ts'

export const homePage = (context: AdminContext): string => {
  const { directory, home } = context
  return adminPage(context, {
    title: 'Microsoft Entra admin center',
    content: html`<section class="panel">
        <h2>${directory.displayName}</h2>
        <dl class="facts">
          <dt>Name</dt><dd>${directory.displayName}</dd>
          <dt>Tenant ID</dt><dd><code>${directory.id}</code></dd>
          <dt>Primary domain</dt><dd>${directory.domains[0] ?? '–'}</dd>
          <dt>Users</dt><dd><a href="${home}/users">${directory.users.length}</a></dd>
          <dt>Applications</dt><dd><a href="${home}/applications">${directory.applications.length}</a></dd>
        </dl>
      </section>
      <div class="toolbar"><a class="button primary" href="${home}/applications">Go to App registrations</a></div>`,
  })
}
