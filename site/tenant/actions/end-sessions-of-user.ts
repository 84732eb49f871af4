import { pressed } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { record } from '../http/record.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { aboutUser } from './change-user.ts'
import { backToList } from './users.ts'

/** ASVS 5.0 7.4.5: an Administrator ends the sessions of a user; the session in which this is done continues. */
const end = aboutUser(async (c, user) => {
  await atOnce(c, async () => {
    await endVisitsOfAccount(c.var.tenant.store.db, user.id, c.var.visit?.token_hash)
    await record(c, 'sessions-ended', { about: `all of ${user.email}` })
    return true
  })
  return backToList(c, 'ended')
})

export const endSessionsOfUser = pressed('user', 'End sessions', end)
