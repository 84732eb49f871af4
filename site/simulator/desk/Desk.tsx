import type { Capability, Flow } from '../../../machines/flow.ts'
import { Clock, type ClockProps } from './Clock.tsx'
import { Mailbox, type MailboxProps } from './Mailbox.tsx'
import { Notes } from './Notes.tsx'
import { Phone, type PhoneProps } from './Phone.tsx'
import { Provider, type ProviderProps } from './Provider.tsx'
import { SecurityKey, type SecurityKeyProps } from './SecurityKey.tsx'

interface Props extends MailboxProps {
  flow: Flow
  notes: Record<string, string>
  phone: PhoneProps
  securityKey: SecurityKeyProps
  clock: ClockProps
  /** Only where there is one that can be told to misbehave. */
  provider?: ProviderProps
}

/** What has to be at hand for a flow. */
const needsOf = (flow: Flow) =>
  new Set<Capability>(Object.values(flow.events).flatMap((event) => event.needs ?? []))

/** What a person has at hand; only what the flow needs lies there. */
export function Desk({ flow, mails, onLink, notes, phone, securityKey, clock, provider }: Props) {
  const needs = needsOf(flow)
  return (
    <div className="desk">
      {needs.has('mailbox') ? <Mailbox mails={mails} onLink={onLink} /> : null}
      {needs.has('authenticator-app') ? <Phone {...phone} /> : null}
      {needs.has('security-key') ? <SecurityKey {...securityKey} /> : null}
      {needs.has('clock') ? <Clock {...clock} /> : null}
      {provider ? <Provider {...provider} /> : null}
      {Object.keys(notes).length > 0 ? <Notes notes={notes} /> : null}
    </div>
  )
}
