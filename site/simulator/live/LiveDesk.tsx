import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Bench } from '../Bench.tsx'
import type { BenchProps } from '../bench.ts'
import { Desk } from '../desk/Desk.tsx'
import { NothingOpen } from '../model/NothingOpen.tsx'
import { notesOf, type World } from '../model/values.ts'
import { follow } from './follow.ts'
import { Frame } from './frame.ts'
import { linkIn } from './link-in.ts'
import { perform } from './perform.ts'
import { SoftwareKey } from './software-key.ts'
import { useKey } from './use-key.ts'
import type { LiveAddress } from './use-live-address.ts'
import { usePhone } from './use-phone.ts'
import { useProvider } from './use-provider.ts'
import { useSandbox } from './use-sandbox.ts'
import { Wire } from './Wire.tsx'

const DAY = 24 * 60 * 60 * 1000
const chosenPassword = 'eleven quiet windows'

interface Props extends BenchProps {
  address: LiveAddress
}

/** The flow at the real tenant, in a sandbox of the reader's own; the machine follows what happens there. */
export function LiveDesk({ address, ...bench }: Props) {
  const { tenant, misbehaviours } = address
  const { flow, moments, at, place, go } = bench
  const [securityKey] = useState(() => new SoftwareKey())
  const [frame] = useState(() => new Frame(tenant))
  const [url, setUrl] = useState('')
  /** What the frame really shows; the stream may be ahead of it. */
  const [shown, setShown] = useState('')
  const [pending, setPending] = useState<string[]>([])
  const [problem, setProblem] = useState<string>()
  const [doing, setDoing] = useState(false)
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

  const followed = useMemo(() => follow(flow, place.given, events), [flow, place.given, events])
  const walk = useMemo(() => [...followed.walk, ...pending], [followed, pending])
  const known = useRef(0)
  useEffect(() => {
    if (followed.walk.length !== known.current) setPending([])
    known.current = followed.walk.length
  }, [followed])
  useEffect(() => go((place) => ({ ...place, walk, at: walk.length })), [walk, go])

  const visit = useCallback(
    (href: string) => void frame.visit(href).catch(({ message }: Error) => setProblem(message)),
    [frame],
  )
  const { discovery, card } = useProvider({
    flow,
    misbehaviours,
    sandbox,
    control,
    visit,
    onProblem: setProblem,
  })

  const world: World = {
    email: sandbox?.email ?? '',
    password: 'new-password.strong' in flow.events ? chosenPassword : (sandbox?.password ?? ''),
    oldPassword: sandbox?.password ?? '',
    discovery,
    otherIssuer: sandbox?.provider.oidc.otherIssuerUrl ?? '',
    clientId: sandbox?.provider.clientId ?? '',
    redirect: sandbox?.provider.redirectUri ?? '',
  }
  const startsSignedIn = moments[0]?.signedIn
  useEffect(() => {
    if (!sandbox) return
    frame.admit(new URL(sandbox.provider.entra.issuer).origin)
    if (startsSignedIn) visit(sandbox.signInUrl ?? `${sandbox.url}/dashboard`)
    if (place.given === 'signed-in' && sandbox.provider.signInUrl) visit(sandbox.provider.signInUrl)
  }, [sandbox, startsSignedIn, place.given, visit, frame])

  const doFor = async (event: string) => {
    const spec = flow.events[event]
    if (!spec || !sandbox || !control) return
    setProblem(undefined)
    setDoing(true)
    try {
      await perform(event, spec, {
        sandbox,
        control,
        frame,
        world: { ...world, usedCode: await phone.lastCode() },
        freshCode: phone.freshCode,
        linkInMail: (label, older) => linkIn(older ? mails.slice(1) : mails, label),
        answerKey: key.answerNext,
      })
      if (!spec.press && (spec.fill || spec.at === 'mail')) setPending((before) => [...before, event])
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setDoing(false)
    }
  }

  const isAwaited = startsSignedIn ? !shown : moments[0]?.screen.endsWith('-mail') && mails.length === 0
  if (live.error) return <Trouble message={live.error} onRetry={live.startOver} />
  return (
    <Bench
      {...bench}
      address={url}
      perform={doFor}
      stranger={followed.stranger ?? problem}
      onStartOver={() => {
        setUrl('')
        live.startOver()
      }}
      busy={doing || !sandbox || isAwaited}
      past={at < moments.length - 1}
      wire={<Wire events={events} />}
      desk={
        <Desk
          flow={flow}
          mails={mails}
          onLink={(_, href) => visit(href)}
          notes={notesOf(flow, world)}
          phone={{
            secret: phone.secret,
            now: phone.now,
            onScan: phone.onScan,
            canScan: shown === 'secure-your-account',
          }}
          securityKey={key}
          provider={card}
          clock={{ passed: Math.round(ahead / DAY), onPass: () => void advance(2 * DAY) }}
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

function Trouble({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="waiting" role="alert">
      <p>{message}</p>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </p>
    </div>
  )
}
