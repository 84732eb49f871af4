import { useCallback, useEffect, useState } from 'react'
import type { Capability } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import type { Misbehaviour, ProviderProps } from '../devices/Provider.tsx'
import type { Happened } from '../happening.ts'
import type { Live } from './open-live.ts'
import { whatProductDid } from './what-product-did.ts'

interface Options {
  pack: Pack
  flow: Flow
  needs: ReadonlySet<Capability>
  misbehaviours: Misbehaviour[]
  live: Live | undefined
  /** What was let happen from outside: the reader is not told which fault that is. */
  happened: readonly Happened[]
  /** Everything that has happened. */
  events: readonly NumberedEvent[]
  /** Shows an address in the frame. */
  visit: (href: string) => void
  onProblem: (problem: string) => void
}

/** Whether the reader types the address of the provider's discovery document. */
const typesDiscovery = ({ screens }: Pack, { events }: Flow) => {
  const labels = Object.values(screens).flatMap(({ fields = [] }) =>
    fields.flatMap(({ label, holds }) => (holds === 'discovery-url' ? [label] : [])),
  )
  return Object.values(events).some(({ fill = {} }) => labels.some((label) => label in fill))
}

/**
 * The identity provider of a live sandbox as a device. Where its address is typed by the reader, it misbehaves at
 * another address; elsewhere it misbehaves towards the whole sandbox.
 */
export function useProvider(options: Options) {
  const { pack, flow, needs, misbehaviours, live, happened, events, visit, onProblem } = options
  const [chosen, setChosen] = useState('')
  const [since, setSince] = useState(0)
  const isTyped = typesDiscovery(pack, flow)
  const asksForAccount = needs.has('identity-provider')
  const registers = needs.has('admin-center')

  useEffect(() => {
    setChosen('')
    if (asksForAccount) live?.control.misbehave(null).catch(() => undefined)
  }, [live, asksForAccount])

  const last = events.at(-1)?.n ?? 0
  const onChoose = useCallback(
    (id: string) => {
      setChosen(id)
      setSince(last)
      if (!live) return
      if (isTyped) live.knowledge.misbehaviour = id
      else live.control.misbehave(id || null).catch(({ message }: Error) => onProblem(message))
    },
    [live, isTyped, last, onProblem],
  )
  if (!live || !(isTyped || asksForAccount || registers)) return { chosen, onChoose, card: undefined }
  const { entra, user, colleague, password } = live.sandbox.provider
  const protectedPage = pack.protectedPage === undefined ? undefined : pack.addresses[pack.protectedPage]
  const did = whatProductDid(events, since, protectedPage)
  const letHappen = happened.findLast(({ is }) => is.what === 'fault')?.is
  const card: ProviderProps = {
    isTyped,
    isHidden: chosen !== '' && letHappen?.what === 'fault' && letHappen.fault === chosen,
    ...(isTyped || asksForAccount ? { misbehaviours, chosen, onChoose, did } : {}),
    ...(isTyped
      ? {}
      : {
          accounts: {
            ...(registers ? { 'Cloud Administrator': entra.administrator } : {}),
            ...(asksForAccount ? (registers ? { Colleague: colleague } : { Account: user }) : {}),
            Password: password,
          },
        }),
    ...(registers ? { onOpen: () => visit(entra.adminCenter) } : {}),
    ...(registers && asksForAccount ? { onSignOut: () => visit(entra.signOut) } : {}),
  }
  return { chosen, onChoose, card }
}
