import { lazy, useEffect, useMemo, useSyncExternalStore } from 'react'
import { placeOf, progressSeen } from '../../../machines/model/track.ts'
import { Bench } from '../Bench.tsx'
import type { BenchProps } from '../bench.ts'
import { Mailbox } from '../devices/Mailbox.tsx'
import { needsOf } from '../devices/needs-of.ts'
import type { Happened } from '../happening.ts'
import { nextInMail } from '../model/mailbox.ts'
import { useTheme } from '../page/use-theme.ts'
import { connectionWords } from './connection-words.ts'
import { LiveDevices } from './LiveDevices.tsx'
import { mailsOf } from './mails.ts'
import { ProductFrame } from './ProductFrame.tsx'
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
import { useShowTarget } from './use-show-target.ts'
import { useTrackAsShown } from './use-track-as-shown.ts'
import { useVisit } from './use-visit.ts'
import { watchFrame } from './watch-frame.ts'
import { actingOn, addressesAhead, canBeDone, targetOn, undoneOn, withinOn, wordsOn } from './whereabouts.ts'

const LiveWirePanel = lazy(() => import('../wire/LiveWirePanel.tsx'))

interface Props extends BenchProps {
  address: LiveAddress
}

const never = () => () => {}
const none: readonly Happened[] = []

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
  const entries = useFrameHistory(isOpen ? live : undefined, bench)
  const { left, setOut } = useReplay({
    ...{ flow, place, go, live, track, isOpen, isBusy, perform, ...entries },
    startOver: sandbox.startOver,
    onProblem: setProblem,
  })
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

  const startOver = () => {
    setOut(undefined)
    sandbox.startOver()
  }
  const onBack = () => {
    if (!live || !track) return
    if (words?.wanted) return setOut({ wanted: words.wanted })
    const { walk: wanted, moment } = placeOf(track, track.own)
    returnTo(live, moment.screen).then(
      (isThere) => isThere || setOut({ wanted }),
      ({ message }: Error) => setProblem(message),
    )
  }
  const acting = actingOn(track)
  const isPast = at < moments.length - 1
  const target = useMemo(() => (isPast || !track ? undefined : targetOn(track)), [isPast, track])
  useShowTarget(live, page, target)
  const openable = page ? [] : addressesAhead(live, flow, moments[at])
  const nextMail = nextInMail(pack, acting ?? { flow, moments: moments.slice(0, at + 1) })
  const wanted = nextMail && mailsOf(pack, nextMail.screen, mails)[nextMail.isOlder ? 1 : 0]
  const words = track && !isPast ? wordsOn(track, page, isBusy ? undefined : live) : undefined

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
      addresses={page ? [page.url] : openable}
      onVisit={type}
      shown={page}
      onBack={page ? () => history.back() : undefined}
      perform={(event) => void perform(event)}
      acting={acting}
      within={isPast ? undefined : withinOn(track)}
      assumed={track?.own.assumed}
      isBegun={track && progressSeen(track).taken.length > 0}
      canDo={(event) => canBeDone(track, (acting ?? bench).flow, event)}
      connection={connectionWords[connection]}
      path={words ? { ...words, onBack } : said ? { text: said, onBack } : undefined}
      undone={isPast || isBusy ? undefined : undoneOn(track)}
      problem={problem}
      onStartOver={startOver}
      busy={isBusy || left > 0 || entries.isGoing}
      isOpening={!isOpen}
      isKeyAsked={key.asked}
      left={left}
      past={isPast}
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
        <LiveDevices
          {...{ pack, flow, live, page, ahead, notes }}
          securityKey={key}
          provider={provider.card}
        />
      }
    >
      <ProductFrame {...{ live, page, theme, isPast }} addresses={openable} onVisit={visit} />
    </Bench>
  )
}
