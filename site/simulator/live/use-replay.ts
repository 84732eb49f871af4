import { useCallback, useEffect, useMemo, useState } from 'react'
import { isAway, placeOf, type Track } from '../../../machines/model/track.ts'
import { momentKey } from '../../../machines/model/walk.ts'
import type { BenchProps } from '../bench.ts'
import type { Place } from '../walk/address.ts'
import { pageHere } from './frame-entry.ts'
import type { Live } from './open-live.ts'
import { OwnEntries } from './own-entries.ts'
import { after, isFilledBy, nextOf, type Replay } from './replay.ts'
import { useAskedEntry } from './use-asked-entry.ts'
import type { EntriesOfFrame } from './use-frame-history.ts'

interface Options extends Pick<BenchProps, 'flow' | 'place' | 'go'>, EntriesOfFrame {
  live: Live | undefined
  /** Absent as long as the sandbox's past is being read. */
  track: Track | undefined
  /** The sandbox is open, so that what happens from now on is new. */
  isOpen: boolean
  /** Something is being done, or has to come first. */
  isBusy: boolean
  /** Answers whether it could be done. */
  perform: (event: string) => Promise<boolean>
  startOver: () => void
  onProblem: (problem: string) => void
}

const isSame = (one: readonly string[], other: readonly string[]) => one.join() === other.join()

/** An address that this page has written itself, before it was loaded again, is no wish; nor is an entry to go back to. */
const isWish = ({ isResumed, keeper, sandbox }: Live, walk: readonly string[]) =>
  walk.length > 0 &&
  !(isResumed && isSame(walk, keeper.kept?.walk ?? [])) &&
  pageHere(sandbox.id) === undefined

/**
 * Holds the address in step with the sandbox, and does for the reader what is left of the way to where they want to be: an
 * address that was opened, a step that was chosen.
 * @returns how many events are left, and how to set out for another place
 */
export function useReplay(options: Options) {
  const { flow, place, go, live, track, isOpen, isGoing, anew, isBusy, perform, onProblem } = options
  const { keepAddress, startOver } = options
  const { walk, given } = place
  const [replay, setReplay] = useState<Replay>()
  const [isOpened, setIsOpened] = useState(false)
  const done = live?.session.state.done ?? 0
  /** The walks that come from the sandbox. */
  const [written] = useState(() => new WeakSet<readonly string[]>())
  if (live && !isOpened) {
    setIsOpened(true)
    setReplay(isWish(live, walk) ? { wanted: walk } : undefined)
  }
  const { again, doneBefore, turn, forget } = useAskedEntry({ live, place, anew, written })
  if (turn) {
    const { wish } = turn
    setReplay((replay) => (wish ? { wanted: wish } : replay?.isEntry ? undefined : replay))
  }

  const entries = useMemo(() => live && new OwnEntries(live.frame, go, keepAddress), [live, go, keepAddress])
  const own = track && placeOf(track, track.own)
  const followed = own?.walk
  const progress = track?.own.progress
  const assumed = track?.own.assumed ?? 0
  // What had been typed into the page of an entry is typed again.
  const isTyped = again && followed && isFilledBy(flow, given, followed, again)
  if (isTyped && !isGoing && !isBusy) {
    forget()
    setReplay({ wanted: again, isEntry: true })
  }
  const isAddressKept = isGoing || isTyped || replay?.isEntry
  useEffect(() => {
    if (!followed || isAddressKept || isSame(followed, walk)) return
    const next = [...followed]
    // As long as the sandbox is opened again, an earlier moment stays the one that is shown.
    const atOf = ({ at }: Place, { length }: string[]) =>
      isOpen || at === walk.length ? length : Math.min(at, length)
    entries?.close()
    written.add(next)
    live?.keeper.update({ walk: next })
    const seen = progress && assumed > 0 ? { from: assumed, done: progress.done } : undefined
    // A wish that has come in meanwhile has not been seen yet, and stays.
    go(
      (place) => (place.walk === walk ? { ...place, walk: next, at: atOf(place, next), seen } : place),
      'replace',
    )
    const event = flow.events[next.at(-1) ?? '']
    const isFurther = next.length > walk.length && isSame(next.slice(0, walk.length), walk)
    // A page that is shown again is no moment more: it has its entry.
    const isNew = isFurther && done !== doneBefore
    if (event && isNew && isOpen) void entries?.reach({ before: walk, walk: next, event })
    else entries?.skip()
  }, [
    flow,
    followed,
    progress,
    assumed,
    walk,
    written,
    live,
    entries,
    isOpen,
    isAddressKept,
    done,
    doneBefore,
    go,
  ])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the place
  useEffect(() => {
    if (!entries?.isOpen) keepAddress()
  }, [entries, keepAddress, place])

  useEffect(() => {
    if (!track) return
    const { walk, moment } = placeOf(track, track.own)
    const isOff = isAway(track) || track.fit === 'unknown'
    const key = isOff ? undefined : momentKey(moment)
    const next = nextOf(flow, given, replay, { walk, key, isReady: !isBusy })
    if (!replay || next.do === 'nothing') return
    const rest = after(replay, next)
    setReplay(rest)
    if (next.do === 'start-over') startOver()
    if (next.do === 'give-up') onProblem(next.reason)
    if (next.do === 'perform')
      void perform(next.event).then(
        // Meanwhile the reader may have set out for somewhere else.
        (isDone) => isDone || setReplay((replay) => (replay === rest ? undefined : replay)),
      )
  }, [flow, given, replay, track, isBusy, perform, startOver, onProblem])

  const setOut = useCallback((replay?: Replay) => setReplay(replay), [])
  const left = replay ? Math.max(1, replay.wanted.length - (replay.done ?? 0)) : isTyped ? 1 : 0
  return { left, setOut }
}
