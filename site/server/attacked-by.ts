import type { Misbehaviour } from '@doorstep/mock-idp'

/** What a misbehaviour is aimed at: the part of the log-in in which a client meets it. */
export type Attacked = 'discovery' | 'keys' | 'token' | 'answer' | 'endpoints' | 'refresh' | 'logout'

const ofDocument = /^discovery|-discovery$|announced/
const ofKeys = /sig|kid|key|hs256|es256/

/** By where it takes hold. */
export function attackedBy({ id, group, seenAt, ...hooks }: Misbehaviour): Attacked {
  if (group === 'refresh' || seenAt === 'refresh') return 'refresh'
  if (group === 'logout' || seenAt === 'logout') return 'logout'
  if (ofDocument.test(id)) return 'discovery'
  if (ofKeys.test(id)) return 'keys'
  if (hooks.idToken) return 'token'
  if (hooks.authorizeResponse || hooks.authorizeError || hooks.responseMode || hooks.skipsPkce)
    return 'answer'
  return 'endpoints'
}
