import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Ctx, goTo } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { signedIn } from '../http/signed-in.ts'
import type { ScreenProps, UserRow } from '../screens/props.ts'
import { accountsOfSandbox } from '../store/accounts.ts'
import type { Account } from '../store/schema.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A user as the pages show one. */
export const rowOf = ({ id, email, role, verified_at, access_ends_at }: Account): UserRow => ({
  id,
  email,
  role,
  status: verified_at === null ? 'Pending Verification' : 'Verified',
  ...(access_ends_at === null
    ? {}
    : { until: new Date(Number(access_ends_at) - DAY_MS).toISOString().slice(0, 10) }),
})

/** What the list says after something was done; the page that does it leads back with the name of what was. */
const done = {
  added: 'The invitation was sent. Until the user activates the account, the status is Pending Verification.',
  resent: 'A new invitation was sent. Earlier ones no longer work.',
  saved: 'The changes are saved.',
  removed: 'The user is removed.',
  ended: 'All sessions of the user have ended.',
}

/** Back to the list, which says what was done. */
export const backToList = (c: Ctx, what: keyof typeof done) =>
  goTo(c, `/configuration/users?done=${what}`, 'users', done[what])

/** The list of users, with something to say about it. */
export async function showList(c: Ctx, props: ScreenProps = {}, status: ContentfulStatusCode = 200) {
  const accounts = await accountsOfSandbox(c.var.tenant.store.db, c.var.sandbox.id)
  return show(c, 'users', { users: accounts.map(rowOf), ...props }, status)
}

/** What waits for an invitation to be followed: a reload says it no more once every one of them was. */
const untilFollowed = ['added', 'resent']

/** Everyone may read who else is there. */
export const showUsers = signedIn(async (c) => {
  const what = c.req.query('done') ?? ''
  const message = (done as Record<string, string>)[what]
  const { tenant, sandbox } = c.var
  const isOver =
    untilFollowed.includes(what) &&
    (await accountsOfSandbox(tenant.store.db, sandbox.id)).every(({ verified_at }) => verified_at !== null)
  return showList(c, message && !isOver ? { message } : {})
})

/** People who may not change users stay where they are, and see who may (ASVS 5.0 8.2.1). */
export const stayInList = (c: Ctx) =>
  showList(c, { message: 'Only an Administrator can add or change users.', tone: 'wrong' }, 403)
