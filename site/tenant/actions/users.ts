import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Ctx } from '../http/context.ts'
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

/** The list of users, with something to say about it. */
export async function showList(c: Ctx, props: ScreenProps = {}, status: ContentfulStatusCode = 200) {
  const accounts = await accountsOfSandbox(c.var.tenant.store.db, c.var.sandbox.id)
  return show(c, 'users', { users: accounts.map(rowOf), ...props }, status)
}

/** Everyone may read who else is there. */
export const showUsers = signedIn((c) => showList(c))
