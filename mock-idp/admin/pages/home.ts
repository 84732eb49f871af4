import { html } from 'hono/html'
import { adminPage } from '../../look/admin-layout.ts'
import { facts } from '../../look/layout.ts'
import type { AdminContext } from '../context.ts'

export const homePage = (context: AdminContext): string => {
  const { directory, home } = context
  return adminPage(context, {
    title: 'Microsoft Entra admin center',
    content: html`<section class="panel">
        <h2>${directory.displayName}</h2>
        ${facts([
          ['Name', directory.displayName],
          ['Tenant ID', html`<code>${directory.id}</code>`],
          ['Primary domain', directory.domains[0] ?? '–'],
          ['Users', html`<a href="${home}/users">${directory.users.length}</a>`],
          ['Applications', html`<a href="${home}/applications">${directory.applications.length}</a>`],
        ])}
      </section>
      <div class="buttons"><a class="button primary" href="${home}/applications">Go to App registrations</a></div>`,
  })
}
