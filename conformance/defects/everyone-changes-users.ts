import type { Defect, Send } from './defect.ts'

/** Whether the request of now is one that anybody may send. */
let isOpen = false

const open =
  (path: RegExp) =>
  (send: Send): Send =>
  async (request) => {
    isOpen = path.test(new URL(request.url).pathname)
    return send(request)
  }

const byEveryone = (claim: string, id: string, title: string): Defect => ({
  id,
  title,
  tamper: open(new RegExp(`/users/[^/]+/${claim}$`)),
  rules: ({ mayAdminister }) => ({ mayAdminister: (user) => isOpen || mayAdminister(user) }),
  flows: [],
  checks: ['ADM4', 'ADM1'],
  fails: [`ADM4.${claim}`],
})

/** Of what only Administrators may do, one request is open to anyone who is logged in. */
export const everyoneChangesUsers: Defect[] = [
  byEveryone('resend', 'everyone-resends-invitations', 'Anyone who is logged in can resend an invitation'),
  byEveryone('remove', 'everyone-removes-users', 'Anyone who is logged in can remove a user'),
]
