import { useCallback, useEffect, useRef, useState } from 'react'
import type { Pass } from '../client/keys.ts'
import { ask, isPassing, RequestError } from '../client/request.ts'
import { useStream } from '../client/use-stream.ts'
import { type ClassPlace, samePlace } from '../model/place.ts'
import type { PersonView } from '../model/views.ts'

/** How long to wait before a move is sent again, in ms. */
const AGAIN = 1_000

/** A class as a participant has it: what the server says, and their own place, which is theirs at once. */
export function useRoom(pass: Pass | undefined) {
  const [view, setView] = useState<PersonView>()
  const [place, setPlace] = useState<ClassPlace>()
  const [problem, setProblem] = useState<string>()
  const latest = useRef<{ view?: PersonView; place?: ClassPlace; isSending: boolean; isDirty: boolean }>({
    isSending: false,
    isDirty: false,
  })

  const settle = useCallback((next: ClassPlace) => {
    latest.current.place = next
    setPlace(next)
  }, [])

  const onView = useCallback(
    (next: PersonView) => {
      const { view: before, place, isDirty } = latest.current
      latest.current.view = next
      setView(next)
      const isMoved = !before || next.me.moved !== before.me.moved
      if (isMoved) latest.current.isDirty = false
      if (isMoved || !place || (!isDirty && !samePlace(place, next.me.place))) settle(next.me.place)
    },
    [settle],
  )
  const streamed = useStream<PersonView>(pass, 'person', onView)

  const send = useCallback(async () => {
    const state = latest.current
    if (!pass || state.isSending) return
    state.isSending = true
    try {
      while (state.isDirty && state.place && state.view) {
        const sent = state.place
        await ask('POST', pass, '/me', { act: 'move', place: sent, moved: state.view.me.moved })
        if (state.place === sent) state.isDirty = false
      }
    } catch (error) {
      if (isPassing(error)) setTimeout(() => void send(), AGAIN)
      else {
        state.isDirty = false
        if (state.view) settle(state.view.me.place)
        if (error instanceof RequestError) setProblem(error.message)
      }
    } finally {
      state.isSending = false
    }
  }, [pass, settle])

  const go = useCallback(
    (change: (place: ClassPlace) => ClassPlace) => {
      const before = latest.current.place
      if (!before) return
      const next = change(before)
      if (samePlace(before, next)) {
        if (before !== next) settle(next)
        return
      }
      latest.current.isDirty = true
      setProblem(undefined)
      settle(next)
      void send()
    },
    [send, settle],
  )

  const act = useCallback(
    async (body: object) => {
      if (!pass) return
      setProblem(undefined)
      await ask('POST', pass, '/me', body).catch((error: Error) => setProblem(error.message))
    },
    [pass],
  )

  // A move that was made in a gap is sent when it is over.
  useEffect(() => {
    if (streamed.connection === 'there') void send()
  }, [streamed.connection, send])

  return { view, place, go, act, problem, ...streamed }
}
