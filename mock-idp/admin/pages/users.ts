import { html } from 'hono/html'
import type { userShape } from '../../graph/shapes.ts'
import { adminPage } from '../../look/admin-layout.ts'
import { problem } from '../../look/layout.ts'
import type { AdminContext } from '../context.ts'

export type ShownUser = ReturnType<typeof userShape>

export const usersPage = (context: AdminContext, users: readonly ShownUser[], refused?: string): string =>
  adminPage(context, {
    title: 'Users',
    content: html`${problem('refused', refused)}
      <div class="list"><table>
        <thead><tr><th>Display name</th><th>User principal name</th><th>Sign-in</th></tr></thead>
        <tbody>${users.map(
          (user) => html`<tr>
            <th scope="row">${user.displayName}</th>
            <td data-label="User principal name">${user.userPrincipalName}</td>
            <td data-label="Sign-in">${user.accountEnabled ? 'enabled' : 'blocked'}</td>
          </tr>`,
        )}</tbody>
      </table></div>
      <form method="post" class="panel" aria-label="New user">
        <h2>New user</h2>
        <div class="field"><label for="upn">User principal name</label>
          <input id="upn" name="userPrincipalName" type="email" required placeholder="someone@${context.directory.domains[0] ?? 'example.com'}" /></div>
        <div class="field"><label for="displayName">Display name</label><input id="displayName" name="displayName" type="text" required /></div>
        <div class="field"><label for="password">Password</label><input id="password" name="password" type="text" autocomplete="off" required /></div>
        <button type="submit" class="primary">Create</button>
      </form>`,
  })
