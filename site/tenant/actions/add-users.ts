import type { Fields } from '../events.ts'
import { pressed, used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { administrators } from '../http/signed-in.ts'
import { hasMailbox, mailDomain } from '../keep-mail.ts'
import { newAccount } from '../new-account.ts'
import { invite } from '../outbox/invite.ts'
import { type Role, roles } from '../roles.ts'
import { accountsOfSandbox } from '../store/accounts.ts'
import type { Account } from '../store/schema.ts'
import { addUser } from '../store/users.ts'
import { chosen } from '../symbols.ts'
import { backToList, stayInList } from './users.ts'

const SCREEN = 'add-users'

/** Add-users: the button Add Users. */
export const openAddUsers = pressed(
  'users',
  'Add Users',
  administrators(async (c) => goTo(c, '/configuration/users/new', SCREEN), stayInList),
)

export const showAddUsers = administrators(async (c) => show(c, SCREEN), stayInList)

interface Entries {
  addresses: string
  role: string
}

/** The addresses, or what is wrong with them, and which symbol that is. */
type Judged = { emails: string[] } | { wrong: string; is: 'empty' | 'malformed' | 'known' }

/** Those of the addresses whose mailbox is in another sandbox. */
async function ofOthers({ var: { tenant, sandbox } }: Ctx, emails: string[]): Promise<string[]> {
  const foreign = emails.filter((email) => !email.endsWith(`@${mailDomain(sandbox.id)}`))
  const known = await Promise.all(foreign.map((email) => hasMailbox(tenant.store, email)))
  return foreign.filter((_, n) => known[n])
}

async function judge(c: Ctx, { addresses }: Entries, users: Account[]): Promise<Judged> {
  const { rules } = c.var.tenant
  const read = rules.readAddresses(addresses)
  if ('wrong' in read) return { wrong: read.wrong, is: read.empty ? 'empty' : 'malformed' }
  const others = await ofOthers(c, read.emails)
  const stranger = rules.refuseStrangers(read.emails, mailDomain(c.var.sandbox.id), others)
  if (stranger) return { wrong: stranger, is: 'malformed' }
  const known = users.find(({ email }) => read.emails.includes(email))
  return known ? { wrong: `${known.email} is a user already`, is: 'known' } : read
}

const fieldsOf = ({ role }: Entries, judged: Judged): Fields => ({
  'Email addresses': ['is' in judged ? judged.is : 'new'],
  Role: chosen(role, roles),
})

const usersOf = (c: Ctx) => accountsOfSandbox(c.var.tenant.store.db, c.var.sandbox.id)

/** The form is left, and no user is added. */
export const cancelAddUsers = administrators(async (c) => {
  const entries = await readForm(c, 'addresses', 'role')
  const fields = fieldsOf(entries, await judge(c, entries, await usersOf(c)))
  used(c, SCREEN, 'Cancel', fields)
  return goTo(c, '/configuration/users', 'users')
}, stayInList)

/** Add-users: everyone at the addresses is added with the role, and invited; or no one is, and the field says why. */
export const addUsers = administrators(async (c) => {
  const { rules } = c.var.tenant
  const entries = await readForm(c, 'addresses', 'role')
  const users = await usersOf(c)
  const judged = await judge(c, entries, users)
  used(c, SCREEN, 'Add', fieldsOf(entries, judged))
  const { addresses } = entries
  const role = rules.readRole(entries.role)
  const refuse = (message: string) => show(c, SCREEN, { message, addresses, ...(role ? { role } : {}) }, 422)
  if ('wrong' in judged) return refuse(judged.wrong)
  if (!role) return show(c, SCREEN, { message: 'Choose one of the roles', at: 'role', addresses }, 422)
  const added = await addAll(c, judged.emails, role)
  if (!added) return refuse(`There can be at most ${rules.limitUsers()} users`)
  const { tenant, sandbox } = c.var
  for (const account of added) await invite(tenant, sandbox, account)
  return backToList(c, 'added')
}, stayInList)

/** Adds all of them, or none when that would be too many: then undefined. Answers those who are to be invited. */
const addAll = (c: Ctx, emails: string[], role: Role): Promise<Account[] | undefined> =>
  atOnce(c, async () => {
    const { tenant, sandbox } = c.var
    const { db } = tenant.store
    const added: Account[] = []
    for (const email of emails) {
      const account = newAccount(tenant, sandbox, { email, role })
      // Another Administrator may have added the address a moment ago: then they have invited it, too.
      if (!(await addUser(db, account))) continue
      added.push(account)
      await record(c, 'user-added', { about: `${email}, ${role}` })
      await record(c, 'invitation-sent', { about: email })
    }
    return (await usersOf(c)).length > tenant.rules.limitUsers() ? undefined : added
  })
