import type { Capability } from '../../../machines/model/event.ts'
import type { Party } from '../../wire/message.ts'

const partyOf: Readonly<Record<Capability, Party | undefined>> = {
  mailbox: 'mail',
  'authenticator-app': 'authenticator',
  'security-key': 'authenticator',
  'identity-provider': 'provider',
  'admin-center': 'provider',
  clock: undefined,
}

/** Who takes part in a flow, by what it needs: their lanes are there from the beginning. */
export const takingPart = (needs: ReadonlySet<Capability>): Party[] => [
  ...new Set<Party>(['person', 'browser', 'product', ...[...needs].flatMap((need) => partyOf[need] ?? [])]),
]
