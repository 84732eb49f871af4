import { useCallback, useEffect, useMemo, useState } from 'react'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { Bench } from '../Bench.tsx'
import type { BenchProps } from '../bench.ts'
import { Desk } from '../desk/Desk.tsx'
import { waitsOf } from '../desk/needs-of.ts'
import { NothingOpen } from '../model/NothingOpen.tsx'
import { Frame } from './frame.ts'
import { linkIn } from './link-in.ts'
import { Trouble } from './Trouble.tsx'
import { useDoing } from './use-doing.ts'
import { useGoal } from './use-goal.ts'
import { useKey } from './use-key.ts'
import type { LiveAddress } from './use-live-address.ts'
import { usePhone } from './use-phone.ts'
import { useProvider } from './use-provider.ts'
import { useSandbox } from './use-sandbox.ts'
import { Wire } from './Wire.tsx'
import { wayOf } from './way-of.ts'
import { worldOf } from './world-of.ts'

interface Props extends BenchProps {
  address: LiveAddress
}

/** The flow at the real tenant, in a sandbox of the reader's own; the machine follows what happens there. */
export function LiveDesk({ address, ...bench }: Props) {
  const { tenant, misbehaviours } = address
  const { flow, moments, at, place, go } = bench
  const way = wayOf(flow)
  const [securityKey] = useState(() => new SecurityKey())
  const [frame] = useState(() => new Frame(tenant))
  const [url, setUrl] = useState('')
  /** What the frame really shows; the stream may be ahead of it. */
  const [shown, setShown] = useState('')
  const live = useSandbox({ tenant, flow: flow.id, given: place.given, securityKey })
  const { sandbox, control, events, mails, ahead } = live
  const advance = useCallback(async (ms: number) => control?.advance(ms), [control])
  const phone = usePhone({ frame, enrolled: sandbox?.totpSecret, ahead, advance })
  const key = useKey(frame, securityKey)

  useEffect(() => frame.open(), [frame])
  useEffect(
    () =>
      frame.on((message) => {
        if (message.type !== 'page') return
        setUrl(message.url)
        setShown(message.screen)
      }),
    [frame],
  )

  const followed = useMemo(() => way.follow(flow, place.given, events), [way, flow, place.given, events])
  const hands = () => {
    if (!sandbox || !control) return undefined
    const linkInMail = (label: string, older: boolean) => linkIn(older ? mails.slice(1) : mails, label)
    const { freshCode } = phone
    const answerKey = key.answerNext
    return phone.lastCode().then((usedCode) => ({
      ...{ sandbox, control, frame, freshCode, linkInMail, answerKey },
      world: { ...world, usedCode },
    }))
  }
  const { perform, doing, problem, setProblem, typed } = useDoing({ flow, told: followed.walk, hands })
  const walk = useMemo(() => [...followed.walk, ...typed], [followed, typed])

  const visit = useCallback(
    (href: string) => void frame.visit(href).catch(({ message }: Error) => setProblem(message)),
    [frame, setProblem],
  )
  const provider = useProvider({ flow, misbehaviours, sandbox, control, visit, onProblem: setProblem })
  const world = worldOf(flow, sandbox, provider.discovery)
  const startsSignedIn = moments[0]?.signedIn
  useEffect(() => {
    if (!sandbox) return
    frame.admit(new URL(sandbox.provider.entra.issuer).origin)
    if (startsSignedIn) visit(sandbox.signInUrl ?? `${sandbox.url}/dashboard`)
    if (place.given === 'signed-in' && sandbox.provider.signInUrl) visit(sandbox.provider.signInUrl)
  }, [sandbox, startsSignedIn, place.given, visit, frame])

  const startOver = () => {
    setUrl('')
    live.startOver()
  }
  const isAwaited = startsSignedIn ? !shown : moments[0]?.screen.endsWith('-mail') && mails.length === 0
  const busy = doing || !sandbox || isAwaited
  const left = useGoal({ wanted: place.walk, walk, ready: !busy && live.isCaughtUp, perform, startOver, go })

  if (live.error) return <Trouble message={live.error} onRetry={live.startOver} />
  return (
    <Bench
      {...bench}
      address={url}
      perform={perform}
      stranger={followed.stranger}
      problem={problem}
      onStartOver={startOver}
      busy={busy || left > 0}
      left={left}
      past={at < moments.length - 1}
      wire={<Wire events={events} />}
      desk={
        <Desk
          pack={bench.pack}
          flow={flow}
          mails={mails}
          onLink={(_, href) => visit(href)}
          notes={way.notes(flow, world)}
          phone={{ ...phone, canScan: shown === 'secure-your-account' }}
          securityKey={key}
          provider={provider.card}
          clock={{
            passed: Math.round(ahead / 1000),
            waits: waitsOf(flow).map((wait) => ({ ...wait, isOpen: true })),
            onPass: (seconds) => void advance(seconds * 1000),
          }}
        />
      }
    >
      {url ? null : <NothingOpen />}
      <iframe
        title="The tenant"
        hidden={!url}
        allow="publickey-credentials-create; publickey-credentials-get; clipboard-write"
        ref={(element) => {
          frame.element = element
        }}
      />
    </Bench>
  )
}
