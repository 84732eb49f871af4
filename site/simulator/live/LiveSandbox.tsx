import { lazy, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { EventSpec } from '../../../machines/model/event.ts'
import { isAway, placeOf, type Track } from '../../../machines/model/track.ts'
import { walk } from '../../../machines/model/walk.ts'
import { type Acting, Bench } from '../Bench.tsx'
import type { BenchProps } from '../bench.ts'
import { Devices } from '../devices/Devices.tsx'
import { Mailbox } from '../devices/Mailbox.tsx'
import { needsOf, waitsOf } from '../devices/needs-of.ts'
import type { Happened } from '../happening.ts'
import { nextInMail } from '../model/mailbox.ts'
import { NothingOpen } from '../model/NothingOpen.tsx'
import { useTheme } from '../page/use-theme.ts'
import { connectionWords } from './connection-words.ts'
import { mailsOf } from './mails.ts'
import { pathWords, strayWords } from './path-words.ts'
import { repairPage } from './restore-page.ts'
import { returnTo } from './return-to.ts'
import { Trouble } from './Trouble.tsx'
import { useCatchUp } from './use-catch-up.ts'
import { useFrameHistory } from './use-frame-history.ts'
import { useHappenings } from './use-happenings.ts'
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
import { useTrackAsShown } from './use-track-as-shown.ts'
import { useVisit } from './use-visit.ts'
import { watchFrame } from './watch-frame.ts'

const LiveWirePanel = lazy(() => import('../wire/LiveWirePanel.tsx'))

interface Props extends BenchProps {
  address: LiveAddress
}

const never = () => () => {}
const none: readonly Happened[] = []

/** Mails, the clock and addresses are there whatever the frame shows. */
const isAnywhere = ({ at, goTo }: EventSpec) => at === 'mail' || at === 'clock' || goTo !== undefined

/** Where the tracker is in another flow. */
function actingOf(track: Track): Acting {
  const [here] = track.positions
  const moments = walk(here.flow, here.given, placeOf(track, here).walk)
  return { flow: here.flow, moments, at: moments.length - 1 }
}

/** The flow at the real tenant, in a sandbox of the reader's own; the tracker follows what happens there. */
export function LiveSandbox({ address: { tenant, paths, misbehaviours }, ...bench }: Props) {
  const { pack, flow, moments, at, place, go } = bench
  const { given } = place
  const sandbox = useSandbox({ pack, flow, given, tenant, paths, makeSandbox: bench.makeSandbox })
  const { live } = sandbox
  const page = usePage(live?.frame)
  useEffect(() => live?.frame.open(), [live])
  const state = useSyncExternalStore(live?.session.subscribe ?? never, () => live?.session.state)
  const { events = [], mails = [], ahead = 0, connection = 'there' } = state ?? {}
  const track = useTrackAsShown(live, sandbox.isRead ? state?.track : undefined)

  const key = useKey(live)
  const { perform, during, say, isDoing, isDoingNow, problem, setProblem, said } = usePerform(
    live,
    key.answerNext,
  )
  useEffect(() => live && watchFrame(live, isDoingNow), [live, isDoingNow])
  const isOpen = useOpening(sandbox.isRead ? live : undefined, flow, given, setProblem)
  useEffect(() => {
    if (live && connection === 'back') void repairPage(live).catch(() => undefined)
  }, [live, connection])
  const isBusy = isDoing || !isOpen || connection === 'lost'
  const { left, setOut } = useReplay({
    ...{ flow, place, go, live, track, isOpen, isBusy, perform },
    startOver: sandbox.startOver,
    onProblem: setProblem,
  })
  useFrameHistory(isOpen ? live : undefined, bench)
  useMarks(track, bench)
  const theme = useTheme()
  useEffect(() => live?.frame.send({ type: 'theme', theme }), [live, theme])

  const { visit, type } = useVisit(live, isDoingNow, setProblem)
  useCatchUp(live, track, isBusy)
  const needs = useMemo(() => needsOf(pack, flow), [pack, flow])
  useEffect(() => {
    if (isOpen && needs.has('authenticator-app')) void live?.phone.prepare()
  }, [isOpen, needs, live])
  const provider = useProvider({
    pack,
    flow,
    needs,
    misbehaviours,
    live,
    events,
    visit,
    happened: bench.happened ?? none,
    onProblem: setProblem,
  })
  useHappenings({
    ...{ live, during, say, onFault: provider.onChoose },
    happened: bench.happened ?? none,
    isReady: !isBusy && left === 0,
  })
  const notes = useNotes(live, flow, provider.chosen, events.length)
  const [, setIsScanned] = useState(false)
  const now = useCallback(() => Date.now() + ahead, [ahead])

  const startOver = () => {
    setOut(undefined)
    sandbox.startOver()
  }
  const onBack = () => {
    if (!live || !track) return
    const { walk: wanted, moment } = placeOf(track, track.own)
    returnTo(live, moment.screen).then(
      (isThere) => isThere || setOut({ wanted }),
      ({ message }: Error) => setProblem(message),
    )
  }
  const acting = track && isAway(track) ? actingOf(track) : undefined
  const canDo = (event: string) => {
    const spec = (acting?.flow ?? flow).events[event]
    return track?.fit !== 'unknown' || (spec !== undefined && isAnywhere(spec))
  }
  const nextMail = nextInMail(pack, acting ?? { flow, moments: moments.slice(0, at + 1) })
  const wanted = nextMail && mailsOf(pack, nextMail.screen, mails)[nextMail.isOlder ? 1 : 0]
  const stray =
    track &&
    page &&
    live &&
    !isBusy &&
    strayWords(track, { ...page, isOfProduct: live.frame.isOfProduct(page.url) })
  const words = stray || (track && pathWords(track, page?.title))

  if (sandbox.error)
    return (
      <Trouble
        message={sandbox.error}
        isGone={sandbox.isGone}
        onRetry={sandbox.isGone ? startOver : sandbox.retry}
        onModel={() => bench.go((place) => ({ ...place, mode: 'model' }), 'replace')}
      />
    )
  return (
    <Bench
      {...bench}
      address={page?.url ?? ''}
      addresses={page ? [page.url] : []}
      onVisit={type}
      onBack={page ? () => history.back() : undefined}
      perform={(event) => void perform(event)}
      acting={acting}
      canDo={canDo}
      connection={connectionWords[connection]}
      path={words ? { ...words, onBack } : said ? { text: said, onBack } : undefined}
      problem={problem}
      onStartOver={startOver}
      busy={isBusy || left > 0}
      isOpening={!isOpen}
      left={left}
      past={at < moments.length - 1}
      wire={(onClose) => <LiveWirePanel {...{ pack, flow, given, moments, live, events, mails, onClose }} />}
      isMailFirst={!page && pack.screens[moments[at]?.screen ?? '']?.kind === 'mail'}
      mailbox={
        needs.has('mailbox') ? (
          <Mailbox
            mails={[...mails]}
            onLink={(_, href) => visit(href)}
            next={wanted && nextMail ? { id: wanted.id, press: nextMail.press } : undefined}
          />
        ) : undefined
      }
      devices={
        <Devices
          pack={pack}
          flow={flow}
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
      {page ? null : <NothingOpen />}
      <iframe
        // A fresh sandbox has a separate frame: nothing that still loads for the one before comes into it.
        key={live?.sandbox.id}
        title="The tenant"
        name={theme && `theme-${theme}`}
        hidden={!page}
        // What was done at an earlier moment cannot be done another way: the tenant has gone on.
        inert={at < moments.length - 1}
        allow="publickey-credentials-create; publickey-credentials-get; clipboard-write"
        ref={(element) => {
          if (live) live.frame.element = element
        }}
      />
    </Bench>
  )
}
