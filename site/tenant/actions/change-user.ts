import type { Fields } from '../events.ts'
import { pressed, used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { administrators } from '../http/signed-in.ts'
import { invite } from '../outbox/invite.ts'
import { roles } from '../roles.ts'
import type { UserRow } from '../screens/props.ts'
import { breakGlassOf } from '../sso/break-glass.ts'
import { findAccount } from '../store/accounts.ts'
import { countEntries } from '../store/audit-entries.ts'
import type { Account } from '../store/schema.ts'
import { findConnection } from '../store/sso-connections.ts'
import { changeUser } from '../store/users.ts'
import { sessionsOfAccount } from '../store/visits.ts'
import { chosen, filled } from '../symbols.ts'
import { backToList, rowOf, showList, stayInList } from './users.ts'

const SCREEN = 'user'

/** For Administrators: the user that the path names, in the same sandbox only (ASVS 5.0 8.2.2). */
export const aboutUser = (action: (c: Ctx, user: Account) => Promise<Response>): Action =>
  administrators(async (c) => {
    const user = await findAccount(c.var.tenant.store.db, c.req.param('id') ?? '')
    if (user?.sandbox_id !== c.var.sandbox.id)
      return showList(c, { message: 'This user is not there any more.', tone: 'wrong' }, 404)
    return action(c, user)
  }, stayInList)

type Typed = Partial<Pick<UserRow, 'role' | 'until'>>

/** The user's page says what is wrong, at its place, and has what was typed. */
const refuse = (c: Ctx, user: Account, message: string, at: string, typed: Typed = {}) =>
  show(c, SCREEN, { user: { ...rowOf(user), ...typed }, message, at }, 422)

/** Judges whether the tenant can do without this Administrator. */
async function mayGo(c: Ctx, { id }: Account): Promise<(users: Account[]) => string | undefined> {
  const { tenant, sandbox, now } = c.var
  const connection = await findConnection(tenant.store.db, sandbox.id)
  const keeper = connection && (await breakGlassOf(tenant, connection, now))?.id
  return (users) => tenant.rules.keepAnAdministrator(users, id) ?? tenant.rules.keepBreakGlass({ keeper, id })
}

/** What was wrong, if anything: then nothing was changed. */
interface Done {
  wrong?: string
}

/** The link to a user. Its label is the user's address. */
export const openUser = aboutUser(async (c, user) => {
  used(c, 'users', undefined)
  return goTo(c, `/configuration/users/${user.id}`, SCREEN)
})

export const showUser = aboutUser(async (c, user) => {
  const sessions = await sessionsOfAccount(c.var.tenant.store.db, user.id)
  return show(c, SCREEN, { user: { ...rowOf(user), sessions: sessions.length } })
})

type Entries = Record<'role' | 'until', string>

const fieldsOf = ({ role, until }: Entries): Fields => ({
  Role: chosen(role, roles),
  'Grant user temporary access until': filled(until),
})

/** The form is left without saving. */
export const cancelUser = aboutUser(async (c) => {
  const fields = fieldsOf(await readForm(c, 'role', 'until'))
  used(c, SCREEN, 'Cancel', fields)
  return goTo(c, '/configuration/users', 'users')
})

/** Another role, or temporary access with an end. Both count at the user's next request (ASVS 5.0 8.3.2). */
export const saveUser = aboutUser(async (c, user) => {
  const { tenant, now } = c.var
  const entries = await readForm(c, 'role', 'until')
  const { until } = entries
  used(c, SCREEN, 'Save', fieldsOf(entries))
  const role = tenant.rules.readRole(entries.role)
  if (!role) return refuse(c, user, 'Choose one of the roles', 'role', { until })
  const day = tenant.rules.readLastDay(until, now)
  if ('wrong' in day) return refuse(c, user, day.wrong, 'until', { role, until })
  const lasting = role === 'Administrator' && day.endsAt === null
  const change = { role, access_ends_at: day.endsAt }
  const may = lasting ? () => undefined : await mayGo(c, user)
  const isOtherEnd = day.endsAt !== (user.access_ends_at === null ? null : Number(user.access_ends_at))
  const done = await atOnce<Done>(c, async () => {
    const wrong = await changeUser(c.var.tenant.store.db, user, change, may)
    if (wrong) return { wrong }
    if (role !== user.role)
      await record(c, 'role-changed', { about: `${user.email}: ${user.role} → ${role}` })
    if (isOtherEnd)
      await record(c, 'access-changed', { about: `${user.email}: ${until || 'without an end'}` })
    return {}
  })
  if (done?.wrong) return refuse(c, user, done.wrong, role === user.role ? 'until' : 'role', { role, until })
  return backToList(c, 'saved')
})

/** The account goes, and with it its sessions (ASVS 5.0 7.4.2). */
const remove = aboutUser(async (c, user) => {
  const may = await mayGo(c, user)
  const done = await atOnce<Done>(c, async () => {
    const wrong = await changeUser(c.var.tenant.store.db, user, null, may)
    if (wrong) return { wrong }
    await record(c, 'user-removed', { about: user.email })
    return {}
  })
  if (done?.wrong) return refuse(c, user, done.wrong, 'removal')
  return backToList(c, 'removed')
})

export const removeUserOf = pressed(SCREEN, 'Remove user', remove)

/** A fresh invitation; the earlier link is dead (ASVS 5.0 6.6.2). */
const resend = aboutUser(async (c, user) => {
  const { tenant, sandbox, now } = c.var
  if (!tenant.rules.mayInviteAgain(user))
    return showList(c, { message: `${user.email} is Verified already.`, tone: 'wrong' }, 409)
  const { most, inMs } = tenant.rules.limitMails()
  const sent = { sandbox_id: sandbox.id, what: 'invitation-sent', about: user.email } as const
  if ((await countEntries(tenant.store.db, sent, now - inMs)) >= most)
    return showList(
      c,
      { message: 'Too many invitations to this address. Try again in an hour.', tone: 'wrong' },
      429,
    )
  await record(c, 'invitation-sent', { about: user.email })
  await invite(tenant, sandbox, user)
  return backToList(c, 'resent')
})

export const resendInvite = pressed('users', 'Resend Invite', resend)
