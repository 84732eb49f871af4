import { html } from 'hono/html'
import { audienceText } from '../audiences.ts'
import type { AdminContext } from '../context.ts'
import { applicationFrame } from './application-frame.ts'
import type { ShownApplication } from './applications.ts'

export function overviewPage(context: AdminContext, application: ShownApplication): string {
  const { base, mount } = context.issuer.authority
  const here = `${context.home}/applications/${application.id}`
  return applicationFrame(
    context,
    application,
    '',
    html`<section class="panel">
        <h2>Overview</h2>
        <dl class="facts">
          <dt>Display name</dt><dd>${application.displayName}</dd>
          <dt>Application (client) ID</dt><dd><code>${application.appId}</code></dd>
          <dt>Object ID</dt><dd><code>${application.id}</code></dd>
          <dt>Directory (tenant) ID</dt><dd><code>${context.directory.id}</code></dd>
          <dt>Supported account types</dt><dd>${audienceText[application.signInAudience]}</dd>
          <dt>Client credentials</dt><dd><a href="${here}/secrets">${application.passwordCredentials.length} client secret(s)</a></dd>
          <dt>Redirect URIs</dt><dd><a href="${here}/authentication">${application.web.redirectUris.length} web, ${application.spa.redirectUris.length} spa, ${application.publicClient.redirectUris.length} public client</a></dd>
        </dl>
      </section>
      <section class="panel">
        <h2>Endpoints</h2>
        <dl class="facts">
          <dt>OpenID Connect metadata document</dt><dd><code>${base}${mount}/v2.0/.well-known/openid-configuration</code></dd>
          <dt>Authorization endpoint (v2)</dt><dd><code>${base}${mount}/oauth2/v2.0/authorize</code></dd>
          <dt>Token endpoint (v2)</dt><dd><code>${base}${mount}/oauth2/v2.0/token</code></dd>
        </dl>
      </section>`,
  )
}
