import { useCallback, useMemo, useState } from 'react'
import type { Mail } from '../devices/mail.ts'
import { needsOf } from '../devices/needs-of.ts'
import type { Remembered } from '../model/remember.ts'
import type { Stage } from '../model/stage.ts'
import { ModelWire } from './model-messages.ts'
import { takingPart } from './taking-part.ts'
import { useLoaded } from './use-loaded.ts'
import WirePanel from './WirePanel.tsx'

interface Props {
  stage: Stage
  remembered: Remembered
  /** The secret of the authenticator app. */
  secret: string | undefined
  mails: Readonly<Record<string, Mail>>
  onClose: () => void
}

/** The wire of the model: examples that follow from the pack and the standards. */
export default function ModelWirePanel({ stage, remembered: { each }, secret, mails, onClose }: Props) {
  const { pack, flow, given, moments, happened, outer } = stage
  const [wire] = useState(() => new ModelWire(Date.now()))
  const load = useCallback(
    () => wire.messages({ pack, happened, typed: each, secret, mails }),
    [wire, pack, happened, each, secret, mails],
  )
  const messages = useLoaded(load) ?? []
  const secrets = useMemo(() => (secret === undefined ? [] : [secret]), [secret])
  const compare = useMemo(() => ({ pack, flow, given, moments, mails }), [pack, flow, given, moments, mails])
  return (
    <WirePanel
      messages={messages}
      taking={takingPart(needsOf(pack, outer.flow))}
      secrets={secrets}
      says="Examples of what a product sends that follows the standards. Live mode shows what is really sent."
      compare={compare}
      onClose={onClose}
    />
  )
}
