import type { Deed } from '../events.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { administrators } from '../http/signed-in.ts'
import { mailDomain } from '../keep-mail.ts'
import { newAccount } from '../new-account.ts'
import { invite } from '../outbox/invite.ts'
import type { Role } from '../roles.ts'
import { accountsOfSandbox } from '../store/accounts.ts'
import { addUser } from '../store/users.ts'
import { stayInList } from './users.ts'

const SCREEN = 'add-users'

/** Add-users: the button Add Users. */
export const openAddUsers = administrators(
  async (c) => {
    await did(c, 'add-users', SCREEN)
    return goTo(c, '/configuration/users/new')
  },
  async (c) => {
    await did(c, 'add-users', 'users')
    return stayInList(c)
  },
)

export const showAddUsers = administrators(async (c) => show(c, SCREEN), stayInList)

const deedOfRole = {
  Administrator: 'role.administrator',
  Editor: 'role.editor',
  Viewer: 'role.viewer',
} as const satisfies Record<Role, Deed>

/** Add-users: everyone at the addresses is added with the role, and invited; or nobody is, and the field says why. */
export const addUsers = administrators(async (c) => {
  const { rules } = c.var.tenant
  const { addresses, role: chosen } = await readForm(c, 'addresses', 'role')
  const role = rules.readRole(chosen)
  const refuse = async (message: string, ...deeds: Deed[]) => {
    await did(c, [...deeds, 'add'], SCREEN)
    return show(c, SCREEN, { message, addresses, ...(role ? { role } : {}) }, 422)
  }
  const read = rules.readAddresses(addresses)
  if ('wrong' in read) return read.empty ? refuse(read.wrong) : refuse(read.wrong, 'address.malformed')
  const stranger = rules.refuseStrangers(read.emails, mailDomain(c.var.sandbox.id))
  if (stranger) return refuse(stranger, 'address.malformed')
  const users = await accountsOfSandbox(c.var.tenant.store.db, c.var.sandbox.id)
  const known = users.find(({ email }) => read.emails.includes(email))
  if (known) return refuse(`${known.email} is a user already`, 'address.known')
  if (!role) {
    await did(c, ['address.new', 'add'], SCREEN)
    return show(c, SCREEN, { message: 'Choose one of the roles', at: 'role', addresses }, 422)
  }
  const most = rules.limitUsers()
  if (users.length + read.emails.length > most)
    return refuse(`There can be at most ${most} users`, 'address.new')
  for (const email of read.emails) await addOne(c, email, role)
  await did(c, ['address.new', deedOfRole[role], 'add'], 'users')
  return goTo(c, '/configuration/users?done=added')
}, stayInList)

async function addOne(c: Ctx, email: string, role: Role): Promise<void> {
  const { tenant, sandbox } = c.var
  const account = newAccount(tenant, sandbox, { email, role })
  // Somebody else may have added the address a moment ago: then they have invited it, too.
  if (!(await addUser(tenant.store.db, account))) return
  await record(c, 'user-added', { about: `${email}, ${role}` })
  await record(c, 'invitation-sent', { about: email })
  await invite(tenant, sandbox, account)
}
