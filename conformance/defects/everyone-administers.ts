import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, sandboxOf, whoSends } from './tamper.ts'

export const everyoneAdministers: Defect = {
  id: 'everyone-administers',
  title: 'Editors and Viewers can do what only Administrators may do',
  rules: () => ({ mayAdminister: () => true }),
  flows: ['add-users', 'configure-sso-entra'],
  fails: ['add-users/users/add-users[1]', 'configure-sso-entra/managedOrganizations/open-my-organization[1]'],
}

/** Whether the request of now is for the audit log. */
let isAudit = false

export const auditLogOfEveryone: Defect = flaw(
  'ADM5.role',
  'audit-log-of-everyone',
  'The audit log opens to every role by its address',
  {
    tamper: (send) => (request) => {
      isAudit = isAt(request, '/configuration/audit-logs')
      return send(request)
    },
    rules: ({ mayAdminister }) => ({ mayAdminister: (user) => isAudit || mayAdminister(user) }),
  },
)

/** The role that an account had when it was first asked for, by its id. */
const firstRoles = new Map<string, string>()

function firstRoleOf(account: { role: string }): string {
  const id = 'id' in account ? String(account.id) : ''
  const first = firstRoles.get(id) ?? account.role
  firstRoles.set(id, first)
  return first
}

/** Whether somebody in the sandbox of now has given another user a lesser role. */
let isLost = false

/** Who has been at the form that adds users with the browser of now. */
let was: string | undefined

/** One thing about a changed role is wrong. */
export const flawsOfAChangedRole: Defect[] = [
  flaw(
    ['ADM10.taken'],
    'changed-role-counts-later',
    'What a role allows stays allowed to someone who is logged in',
    { rules: () => ({ mayAdminister: (account) => firstRoleOf(account) === 'Administrator' }) },
  ),
  flaw(
    'ADM10.kept',
    'changed-role-is-the-changers-too',
    'An Administrator who gives another user a lesser role has that one, too',
    {
      tamper: (send) => {
        const lost = new Set<string>()
        return async (request) => {
          const sandbox = sandboxOf(request)
          const isUser = request.method === 'POST' && (await fieldOf(request, 'until')) !== null
          const role = isUser ? await fieldOf(request, 'role') : null
          isLost = lost.has(sandbox)
          const answer = await send(request)
          if (role !== null && role !== 'Administrator') lost.add(sandbox)
          return answer
        }
      },
      rules: ({ mayAdminister }) => ({ mayAdminister: (user) => mayAdminister(user) && !isLost }),
    },
  ),
  flaw(
    'ADM10.browser',
    'role-stays-in-the-browser',
    'A browser keeps the role that was logged in there before',
    {
      tamper: (send) => async (request) => {
        was = /(?:^|; )was=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
        const answer = await send(request)
        if (was !== undefined || !isAt(request, '/users/new') || answer.status !== 200) return answer
        const who = await whoSends(send, request)
        return changed(answer, { headers: (all) => all.append('set-cookie', `was=${who}; path=/`) })
      },
      rules: ({ mayAdminister }) => ({
        mayAdminister: (user) =>
          mayAdminister(user) || (was !== undefined && 'email' in user && user.email !== was),
      }),
    },
  ),
  flaw(
    'ADM10.given',
    'role-is-taken-for-ever',
    'Somebody who had a lesser role once is not given back what they may do',
    {
      rules: ({ mayAdminister }) => {
        const lesser = new Set<string>()
        return {
          mayAdminister(account) {
            const email = 'email' in account ? String(account.email) : ''
            if (!mayAdminister(account)) lesser.add(email)
            return mayAdminister(account) && !lesser.has(email)
          },
        }
      },
    },
  ),
  flaw('ADM10.saved', 'changed-role-is-not-saved', 'A changed role is not saved', {
    tamper: (send) => async (request) => {
      // The form of a user, and of no one else, has a day on which their access ends.
      const isUser = request.method === 'POST' && (await fieldOf(request, 'until')) !== null
      if (!isUser) return send(request)
      return new Response(null, {
        status: 303,
        headers: { location: request.url.replace(/\/[\w-]+$/, '') },
      })
    },
  }),
]

export const editorsAdminister: Defect = {
  id: 'editors-administer',
  title: 'Editors can do what only Administrators may do, and Viewers cannot',
  rules: () => ({ mayAdminister: ({ role }) => role !== 'Viewer' }),
  flows: [],
  checks: ['CFG6', 'ADM4'],
  fails: ['CFG6.page', 'CFG6.request', 'ADM4.adding', 'ADM4.resend', 'ADM4.promote', 'ADM4.remove'],
}
