import { useMemo } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import { needsOf } from '../devices/needs-of.ts'
import type { LiveMail } from '../live/mails.ts'
import type { Live } from '../live/open-live.ts'
import { liveMessages } from './live-messages.ts'
import { lifeOf } from './model-mail.ts'
import { takingPart } from './taking-part.ts'
import { useExchanges } from './use-exchanges.ts'
import WirePanel from './WirePanel.tsx'

interface Props {
  pack: Pack
  flow: Flow
  given: string
  moments: readonly Moment[]
  live: Live | undefined
  events: readonly NumberedEvent[]
  mails: readonly LiveMail[]
  onClose: () => void
}

const noMails = {}

/** The wire of a sandbox: what really was sent. */
export default function LiveWirePanel({ pack, flow, given, moments, live, events, mails, onClose }: Props) {
  const exchanges = useExchanges(live?.control, events)
  const secret = live?.phone.secret
  const { screens } = pack
  const messages = useMemo(
    () => liveMessages({ screens, events, exchanges, mails, secret, life: lifeOf(flow) }),
    [screens, events, exchanges, mails, secret, flow],
  )
  const secrets = useMemo(() => {
    const links = mails.flatMap(({ links }) => links.flatMap(({ href }) => href.match(/[\w-]{30,}/g) ?? []))
    return [...links, ...(secret === undefined ? [] : [secret])]
  }, [mails, secret])
  const compare = useMemo(
    () => ({ pack, flow, given, moments, mails: noMails }),
    [pack, flow, given, moments],
  )
  return (
    <WirePanel
      messages={messages}
      taking={takingPart(needsOf(pack, flow))}
      secrets={secrets}
      says="What really was sent, in your own sandbox."
      compare={compare}
      onClose={onClose}
    />
  )
}
