import type { ReactNode } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { Clock, type ClockProps } from './Clock.tsx'
import { Notes } from './Notes.tsx'
import { needsOf } from './needs-of.ts'
import { Phone, type PhoneProps } from './Phone.tsx'
import { SecurityKey, type SecurityKeyProps } from './SecurityKey.tsx'

interface Props {
  pack: Pack
  flow: Flow
  notes: Record<string, string>
  phone: PhoneProps
  securityKey: SecurityKeyProps
  clock: ClockProps
  /** Only if there is a provider that can misbehave on request. Model mode has none, and does not load it. */
  provider?: ReactNode
}

/** Phone, key, clock, provider and notes: only what the flow needs. */
export function Devices({ pack, flow, notes, phone, securityKey, clock, provider }: Props) {
  const needs = needsOf(pack, flow)
  return (
    <div className="devices">
      {needs.has('authenticator-app') ? <Phone {...phone} /> : null}
      {needs.has('security-key') ? <SecurityKey {...securityKey} /> : null}
      {needs.has('clock') ? <Clock {...clock} /> : null}
      {provider}
      {Object.keys(notes).length > 0 ? <Notes notes={notes} /> : null}
    </div>
  )
}
