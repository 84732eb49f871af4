import type { Session } from './session.ts'

/** The name that the model has for the place where applications are registered at a provider. */
const ADMIN_CENTER = 'admin-center'

/**
 * Where an address of the pack is at this target.
 * @throws when neither the arrangement nor the profile says it
 */
export function addressOf(session: Session, name: string): string {
  const { pack, arranged, target } = session
  if (name === pack.entrance) return arranged.url
  if (name === pack.protectedPage) return arranged.dashboard
  const own =
    arranged.addresses?.[name] ?? (name === ADMIN_CENTER ? arranged.provider?.adminCenter?.url : undefined)
  if (own) return new URL(own, arranged.url).href
  throw new Error(
    `Where “${name}” is at ${target.name} is not known: let the arrangement answer it in \`addresses\`.`,
  )
}
