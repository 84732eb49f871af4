import { findUser } from '../directory/lookup.ts'
import type { Directory, User } from '../directory/types.ts'
import type { Refusal } from '../entra/refusal.ts'
import { signInRefusals } from '../entra/sign-in-refusals.ts'
import type { Visit } from './visit.ts'

export type Found = { directory: Directory; user: User } | { refusal: Refusal }

const domainOf = (name: string) => name.slice(name.lastIndexOf('@') + 1)

/** Finds whose name was typed: in the tenant asked for, or behind `/common` in the tenant that owns the domain. */
export async function findAccount(
  { issuer, home }: Pick<Visit, 'issuer' | 'home'>,
  name: string,
): Promise<Found> {
  const { directory } = issuer.authority
  const owner = await issuer.state.store.findByDomain(domainOf(name), home.realm)
  const place = directory ?? owner
  const user = place && findUser(place, name)
  if (place && user) return { directory: place, user }
  if (directory?.kind === 'entra' && owner && owner.id !== directory.id && findUser(owner, name))
    return { refusal: signInRefusals.userOfAnotherTenant(name, directory.displayName) }
  return { refusal: signInRefusals.userUnknown(name, place?.displayName ?? 'common') }
}
