import { useCallback, useMemo, useRef, useState } from 'react'
import type { Act } from '../board/Trainer.tsx'
import { makeKey } from '../client/keys.ts'
import { type ClassPlace, samePlace } from '../model/place.ts'
import { indexIn, placeIn } from '../model/script.ts'
import type { RoomView } from '../model/views.ts'
import type { Held } from '../room/class-place.ts'

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

/** The trainer’s own walk: the room’s moment while they lead, theirs alone otherwise. */
export function useLead(room: RoomView, act: Act) {
  const [presenter] = useState(presenterId)
  const [own, setOwn] = useState<ClassPlace>(() => room.lead?.place ?? placeIn(room.script, 0))
  /** Leading was asked for, and the class does not say so yet: the next step belongs to it already. */
  const [isStarting, setIsStarting] = useState(false)
  if (isStarting && room.lead) setIsStarting(false)
  const isLeading = room.lead !== undefined || isStarting
  /** What the room was shown last, by this window or another. */
  const [known, setKnown] = useState(room.lead?.place)
  if (room.lead && (!known || !samePlace(known, room.lead.place))) {
    setKnown(room.lead.place)
    setOwn(room.lead.place)
  }
  const latest = useRef({ own, isLeading })
  latest.current = { own, isLeading }

  const lead = useCallback((place: ClassPlace) => act({ act: 'lead', place, presenter }), [act, presenter])
  const go = useCallback<Held['go']>(
    (change) => {
      const { own, isLeading } = latest.current
      const next = change(own)
      latest.current.own = next
      setOwn(next)
      if (isLeading) void lead(next)
    },
    [lead],
  )
  const held = useMemo<Held>(() => ({ mode: 'model', place: own, go }), [own, go])
  return {
    ...{ held, own, isLeading, presenter },
    isPresenter: room.presenter === undefined || room.presenter.id === presenter,
    start: async () => {
      setIsStarting(true)
      if (!(await lead(own))) setIsStarting(false)
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
