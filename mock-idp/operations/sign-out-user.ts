import type { Directory, User } from '../directory/types.ts'
import { endSession } from '../logout/end-session.ts'
import { accountIdOf, type Issuer } from '../provider/issuer.ts'

/** Ends every session of a user at an issuer, in all browsers, and notifies applications by the back channel. Answers how many sessions. */
export async function signOutUser(issuer: Issuer, directory: Directory, user: User): Promise<number> {
  const { artifacts, placeOf } = issuer.state
  const { owner, space } = placeOf(issuer.authority.directory)
  const accountId = accountIdOf(directory, user.id)
  const start = `${space}/Session:`
  let ended = 0
  for (const [key, { payload }] of await artifacts.ofOwner(owner)) {
    if (!key.startsWith(start) || payload.accountId !== accountId) continue
    const session = await issuer.provider.Session.find(key.slice(start.length))
    if (!session) continue
    await endSession(issuer, session)
    ended += 1
  }
  return ended
}
