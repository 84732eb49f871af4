import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, sandboxOf } from './tamper.ts'

const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs
const USER = /\/users\/([\w-]+)\/open"/
const CHANGE = /\/users\/([\w-]+)(?:\/remove)?$/

/** Another user of the same list who has not come yet. */
async function pendingUser(send: Send, request: Request, user: string): Promise<string | undefined> {
  const headers = { cookie: request.headers.get('cookie') ?? '', accept: 'text/html' }
  const list = await send(new Request(`${sandboxOf(request)}/configuration/users`, { headers }))
  const rows = (await list.text()).match(ROW) ?? []
  const pending = rows.filter((row) => row.includes('>Pending Verification<'))
  return pending.map((row) => USER.exec(row)?.[1]).find((id) => id !== undefined && id !== user)
}

/** What is done to a user happens to one more. */
const toAnotherToo =
  (isMeant: (request: Request) => Promise<boolean>) =>
  (send: Send): Send =>
  async (request) => {
    const [, user] = CHANGE.exec(new URL(request.url).pathname) ?? []
    if (request.method !== 'POST' || !user || !(await isMeant(request))) return send(request)
    const other = await pendingUser(send, request, user)
    if (other) await send(new Request(request.url.replace(user, other), request.clone()))
    return send(request)
  }

/** A change to one user changes another. */
export const othersAreChangedToo: Defect[] = [
  flaw(
    'ADM10.others',
    'changed-role-is-anothers-too',
    'A role that is changed is changed for a pending user, too',
    {
      tamper: toAnotherToo(async (request) => (await fieldOf(request, 'until')) !== null),
    },
  ),
  flaw('SES8.others', 'removal-removes-another-too', 'A user who is removed takes a pending user with them', {
    tamper: toAnotherToo(async (request) => request.url.endsWith('/remove')),
  }),
]
