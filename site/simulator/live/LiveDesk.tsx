import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { EventSpec } from '../../../machines/model/event.ts'
import { isAway, type Track } from '../../../machines/model/track.ts'
import { walk } from '../../../machines/model/walk.ts'
import { type Acting, Bench } from '../Bench.tsx'
import type { BenchProps } from '../bench.ts'
import { Desk } from '../desk/Desk.tsx'
import { needsOf, waitsOf } from '../desk/needs-of.ts'
import { NothingOpen } from '../model/NothingOpen.tsx'
import { Frame } from './frame.ts'
import { pathWords } from './path-words.ts'
import { returnTo } from './return-to.ts'
import { Trouble } from './Trouble.tsx'
import { useKey } from './use-key.ts'
import type { LiveAddress } from './use-live-address.ts'
import { useMarks } from './use-marks.ts'
import { useNotes } from './use-notes.ts'
import { useOpening } from './use-opening.ts'
import { usePage } from './use-page.ts'
import { usePerform } from './use-perform.ts'
import { useProvider } from './use-provider.ts'
import { useReplay } from './use-replay.ts'
import { useSandbox } from './use-sandbox.ts'
import { Wire } from './Wire.tsx'
import { watchFrame } from './watch-frame.ts'

interface Props extends BenchProps {
  address: LiveAddress
}

const never = () => () => {}

/** Mails, the clock and addresses are there whatever the frame shows. */
const isAnywhere = ({ at, goTo }: EventSpec) => at === 'mail' || at === 'clock' || goTo !== undefined

/** Where the tracker is in another flow. */
function actingOf({ positions: [here] }: Track): Acting {
  const moments = walk(here.flow, here.given, here.walk)
  return { flow: here.flow, moments, at: moments.length - 1 }
}

/** The flow at the real tenant, in a sandbox of the reader's own; the tracker follows what happens there. */
export function LiveDesk({ address: { tenant, paths, misbehaviours }, ...bench }: Props) {
  const { pack, flow, moments, at, place, go } = bench
  const { given } = place
  const [frame] = useState(() => new Frame(tenant, (screen) => screen in pack.screens))
  const page = usePage(frame)
  useEffect(() => frame.open(), [frame])

  const sandbox = useSandbox({ pack, flow, given, tenant, paths, frame })
  const { live } = sandbox
  const state = useSyncExternalStore(live?.session.subscribe ?? never, () => live?.session.state)
  const { events = [], mails = [], ahead = 0 } = state ?? {}
  const track = sandbox.isRead ? state?.track : undefined

  const key = useKey(frame, live)
  const { perform, isDoing, isDoingNow, problem, setProblem, said } = usePerform(live, key.answerNext)
  useEffect(() => live && watchFrame(live, isDoingNow), [live, isDoingNow])
  const isOpen = useOpening(sandbox.isRead ? live : undefined, flow, given, setProblem)
  const isBusy = isDoing || !isOpen
  const { left, setOut } = useReplay({
    ...{ flow, place, go, live, track, isBusy, perform },
    startOver: sandbox.startOver,
    onProblem: setProblem,
  })
  useMarks(track, bench)

  const visit = useCallback(
    (href: string) => void frame.visit(href).catch(({ message }: Error) => setProblem(message)),
    [frame, setProblem],
  )
  const needs = useMemo(() => needsOf(pack, flow), [pack, flow])
  const provider = useProvider({ pack, flow, needs, misbehaviours, live, visit, onProblem: setProblem })
  const notes = useNotes(live, flow, provider.chosen, events.length)
  const [, setIsScanned] = useState(false)
  const now = useCallback(() => Date.now() + ahead, [ahead])

  const startOver = () => {
    setProblem(undefined)
    setOut(undefined)
    sandbox.startOver()
  }
  const onBack = () => {
    if (!live || !track) return
    const wanted = track.own.walk
    returnTo(live, track.own.moment.screen).then(
      (isThere) => isThere || setOut({ wanted }),
      ({ message }: Error) => setProblem(message),
    )
  }
  const acting = track && isAway(track) ? actingOf(track) : undefined
  const canDo = (event: string) => {
    const spec = (acting?.flow ?? flow).events[event]
    return track?.fit !== 'unknown' || (spec !== undefined && isAnywhere(spec))
  }
  const words = track && pathWords(track, page?.title)

  if (sandbox.error) return <Trouble message={sandbox.error} onRetry={startOver} />
  return (
    <Bench
      {...bench}
      address={page?.url ?? ''}
      perform={(event) => void perform(event)}
      acting={acting}
      canDo={canDo}
      path={words ? { ...words, onBack } : said ? { text: said, onBack } : undefined}
      problem={problem}
      onStartOver={startOver}
      busy={isBusy || left > 0}
      left={left}
      past={at < moments.length - 1}
      wire={<Wire events={events} />}
      desk={
        <Desk
          pack={pack}
          flow={flow}
          mails={[...mails]}
          onLink={(_, href) => visit(href)}
          notes={notes}
          phone={{
            secret: live?.phone.secret,
            now,
            canScan: pack.screens[page?.screen ?? '']?.offers === 'authenticator-key',
            onScan: async () => setIsScanned((await live?.phone.scan()) === true),
          }}
          securityKey={key}
          provider={provider.card}
          clock={{
            passed: Math.round(ahead / 1000),
            waits: waitsOf(flow).map((wait) => ({ ...wait, isOpen: true })),
            onPass: (seconds) => void live?.control.advance(seconds * 1000),
          }}
        />
      }
    >
      {page ? null : <NothingOpen isMail={false} addresses={[]} onVisit={visit} />}
      <iframe
        title="The tenant"
        hidden={!page}
        allow="publickey-credentials-create; publickey-credentials-get; clipboard-write"
        ref={(element) => {
          frame.element = element
        }}
      />
    </Bench>
  )
}
