import { html } from 'hono/html'
import type { Directory, User } from '../directory/types.ts'
import { brand, cardPage } from './layout.ts'

/** "My account": who is signed in here, and the way out. */
export const accountPage = (directory: Directory, user: User, signOut: string): string =>
  cardPage(
    'My account',
    html`${brand(directory.displayName)}
      <h1>You are signed in</h1>
      <p>${user.displayName}<br /><span class="soft">${user.userPrincipalName}</span></p>
      <p class="soft">Applications that trust ${directory.displayName} ask for nothing more in this browser.</p>
      <div class="buttons"><a class="button secondary" href="${signOut}">Sign out</a></div>`,
  )
