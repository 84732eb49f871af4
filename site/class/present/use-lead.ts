import { useCallback, useMemo, useRef, useState } from 'react'
import type { Place } from '../../simulator/walk/address.ts'
import type { Act } from '../board/Trainer.tsx'
import { makeKey } from '../client/keys.ts'
import { type ClassPlace, samePlace } from '../model/place.ts'
import { indexIn, placeIn } from '../model/script.ts'
import type { RoomView } from '../model/views.ts'
import type { Held } from '../room/class-place.ts'
import { Echoes } from './echoes.ts'

/** This window, as one of those that can present. */
export function presenterId(): string {
  try {
    const known = localStorage.getItem('class:presenter')
    if (known) return known
    const made = makeKey()
    localStorage.setItem('class:presenter', made)
    return made
  } catch {
    return makeKey()
  }
}

/**
 * The trainer’s own walk: the room’s moment while they lead, theirs alone otherwise.
 * @param n number of the last event in `room`
 */
export function useLead(room: RoomView, n: number, act: Act) {
  const [presenter] = useState(presenterId)
  const [own, setOwn] = useState<ClassPlace>(() => room.lead?.place ?? placeIn(room.script, 0))
  /** Leading was asked for, and the class does not say so yet: the next step belongs to it already. */
  const [isStarting, setIsStarting] = useState(false)
  if (isStarting && room.lead) setIsStarting(false)
  const isPresenter = room.presenter === undefined || room.presenter.id === presenter
  // What another window shows is none of this one's: it prepares meanwhile.
  const isLeading = (room.lead !== undefined && isPresenter) || isStarting
  const [mode, setMode] = useState<Place['mode']>(room.lead?.live && isPresenter ? 'live' : 'model')
  const [echoes] = useState(() => new Echoes())
  // Another window has led on, or the class has not followed this one.
  if (room.lead && isPresenter && echoes.isNews(n) && !samePlace(own, room.lead.place))
    setOwn(room.lead.place)
  // Another flow is demonstrated: what is prepared begins there.
  const [script, setScript] = useState(room.script)
  if (script.flow !== room.script.flow || script.given !== room.script.given) {
    setScript(room.script)
    if (!isLeading) setOwn(placeIn(room.script, 0))
  }
  const latest = useRef({ own, mode, isLeading, act })
  latest.current = { own, mode, isLeading, act }

  const lead = useCallback(
    (place: ClassPlace, mode: Place['mode']) =>
      echoes.of(() => latest.current.act({ act: 'lead', place, live: mode === 'live', presenter })),
    [echoes, presenter],
  )
  const go = useCallback<Held['go']>(
    (change) => {
      const { own, mode, isLeading } = latest.current
      const next = change(own)
      latest.current.own = next
      setOwn(next)
      const isSame = samePlace(own, next) && latest.current.mode === mode
      if (isLeading && !isSame) void lead(next, latest.current.mode)
    },
    [lead],
  )
  /** Is called while `go` changes the place. */
  const onMode = useCallback((mode: Place['mode']) => {
    latest.current.mode = mode
    setMode(mode)
  }, [])
  const held = useMemo<Held>(() => ({ mode, place: own, go, onMode }), [mode, own, go, onMode])
  return {
    ...{ held, own, isLeading, presenter },
    isPresenter,
    /** What is demonstrated with; a live tenant comes to the same place by itself. */
    choose: (mode: Place['mode']) => {
      onMode(mode)
      if (isLeading) void lead(own, mode)
    },
    start: async () => {
      setIsStarting(true)
      if (!(await lead(own, mode))) setIsStarting(false)
    },
    end: () => act({ act: 'end-lead', presenter }),
    step: (by: 1 | -1) => {
      // Nobody is led by trying the demonstration out.
      if (!isLeading) setOwn(placeIn(room.script, Math.max(0, indexIn(room.script, own) + by)))
      else void act({ act: 'step', by, presenter })
    },
    takeOver: () => act({ act: 'take-presenter', presenter, name: 'Another trainer' }),
    askForIt: () => act({ act: 'ask-presenter', presenter, name: 'Another trainer' }),
  }
}

export type Lead = ReturnType<typeof useLead>
