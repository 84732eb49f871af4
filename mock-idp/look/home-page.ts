import { html } from 'hono/html'
import type { Directory } from '../directory/types.ts'
import { brand, cardPage } from './layout.ts'

const issuerPath = ({ kind, id }: Directory) => (kind === 'entra' ? `/${id}/v2.0` : `/oidc/${id}`)

const kinds = { entra: 'Entra tenant', oidc: 'OpenID provider' }

/**
 * The provider's start page: which directories there are. Shown only when there are few, that is, when it runs alone.
 */
export const homePage = (base: string, directories: readonly Directory[]): string =>
  cardPage(
    'Mock identity provider',
    html`${brand('Mock identity provider')}
      <h1>Directories</h1>
      <ul class="tiles">
        ${directories.map(
          (directory) => html`<li class="place">
            <strong>${directory.displayName}</strong>
            <small>${kinds[directory.kind]}</small>
            <small><a href="${issuerPath(directory)}/.well-known/openid-configuration"><code>${base}${issuerPath(directory)}</code></a></small>
            ${directory.kind === 'entra' ? html`<small><a href="/${directory.id}/admin">Admin center</a></small>` : ''}
          </li>`,
        )}
      </ul>`,
    html`Everything here is test data.`,
  )
