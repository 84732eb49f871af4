import { html } from 'hono/html'
import { facts } from '../../look/layout.ts'
import { audienceText } from '../audiences.ts'
import type { AdminContext } from '../context.ts'
import { applicationFrame } from './application-frame.ts'
import type { ShownApplication } from './applications.ts'

export function overviewPage(context: AdminContext, application: ShownApplication): string {
  const { base, mount } = context.issuer.authority
  const here = `${context.home}/applications/${application.id}`
  const at = (path: string) => html`<code>${base}${mount}${path}</code>`
  return applicationFrame(
    context,
    application,
    '',
    html`<section class="panel">
        <h2>Overview</h2>
        ${facts([
          ['Display name', application.displayName],
          ['Application (client) ID', html`<code>${application.appId}</code>`],
          ['Object ID', html`<code>${application.id}</code>`],
          ['Directory (tenant) ID', html`<code>${context.directory.id}</code>`],
          ['Supported account types', audienceText[application.signInAudience]],
          [
            'Client credentials',
            html`<a href="${here}/secrets">${application.passwordCredentials.length} client secret(s)</a>`,
          ],
          [
            'Redirect URIs',
            html`<a href="${here}/authentication">${application.web.redirectUris.length} web, ${application.spa.redirectUris.length} spa, ${application.publicClient.redirectUris.length} public client</a>`,
          ],
        ])}
      </section>
      <section class="panel">
        <h2>Endpoints</h2>
        ${facts([
          ['OpenID Connect metadata document', at('/v2.0/.well-known/openid-configuration')],
          ['Authorization endpoint (v2)', at('/oauth2/v2.0/authorize')],
          ['Token endpoint (v2)', at('/oauth2/v2.0/token')],
        ])}
      </section>`,
  )
}
