import { html } from 'hono/html'
import { adminPage } from '../../look/admin-layout.ts'
import type { Content } from '../../look/layout.ts'
import type { AdminContext } from '../context.ts'
import type { ShownApplication } from './applications.ts'

const tabs = [
  ['', 'Overview'],
  ['/secrets', 'Certificates & secrets'],
  ['/authentication', 'Authentication'],
] as const

/** A page of one application, with the list of its pages above it. */
export function applicationFrame(
  context: AdminContext,
  application: ShownApplication,
  page: (typeof tabs)[number][0],
  content: Content,
): string {
  const here = `${context.home}/applications/${application.id}`
  return adminPage(context, {
    title: page === '' ? application.displayName : (tabs.find(([path]) => path === page)?.[1] ?? ''),
    trail: [
      ['App registrations', `${context.home}/applications`],
      ...(page === '' ? [] : [[application.displayName, here] as const]),
    ],
    tabs: html`<nav class="tabs" aria-label="${application.displayName}"><ul>
      ${tabs.map(
        ([path, name]) =>
          html`<li><a href="${here}${path}" ${path === page ? html`aria-current="page"` : ''}>${name}</a></li>`,
      )}
    </ul></nav>`,
    content,
  })
}
