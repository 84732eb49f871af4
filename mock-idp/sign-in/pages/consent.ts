import { html } from 'hono/html'
import { brand, cardPage, takesFocus } from '../../look/layout.ts'
import { graphScopes } from '../../provider/graph-scopes.ts'
import { primaryButton } from '../fields.ts'
import type { Visit } from '../visit.ts'

const inWords: Record<string, string> = {
  openid: 'Know who you are when you sign in',
  profile: 'See your name and user name',
  email: 'See your email address',
  offline_access: 'Keep this access while you are away',
}
const graphScope = 'Read your profile in the directory'

/** A scope of a registered API has the API's name in front. */
const apiScope = /^(?<api>.+)\/(?<value>[^/]+)$/

function permissionFor(scope: string): string {
  const known = inWords[scope]
  if (known) return known
  const { api = '', value = '' } = isGraphScope(scope) ? {} : (apiScope.exec(scope)?.groups ?? {})
  return api === '' ? graphScope : `Use ${api} as you: ${value === '.default' ? 'all that it offers' : value}`
}

const isGraphScope = (scope: string) => graphScopes.includes(scope)

const permissions = (scope: unknown): string[] => [
  ...new Set(
    String(scope ?? 'openid')
      .split(' ')
      .filter(Boolean)
      .map(permissionFor),
  ),
]

export const consentPage = ({ home, application, interaction, progress, session }: Visit): string =>
  cardPage(
    'Permissions requested',
    html`${brand(home.displayName)}
      <p class="soft">${progress.name ?? session?.user.userPrincipalName ?? ''}</p>
      <h1>Permissions requested</h1>
      <p><strong>${application.displayName}</strong> would like to:</p>
      <ul class="permissions">${permissions(interaction.params.scope).map((text) => html`<li>${text}</li>`)}</ul>
      <p class="soft">You can take this back at any time by asking an administrator of ${home.displayName}.</p>
      <form method="post" class="buttons">
        <input type="hidden" name="do" value="consent" />
        <button type="submit" id="${primaryButton}" name="consent" value="yes" class="primary" ${takesFocus}>Accept</button>
        <button type="submit" class="secondary" name="consent" value="no">Cancel</button>
      </form>`,
  )
