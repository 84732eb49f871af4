import { useCallback, useEffect, useRef, useState } from 'react'
import type { PageMessage } from '../../tenant/desk-messages.ts'
import type { Frame } from './frame.ts'
import type { Options, SoftwareKey } from './software-key.ts'

type Request = Extract<PageMessage, { type: 'key-create' | 'key-get' }>

/** The security key on the desk: software that signs for real, or the reader's own, which the browser asks for itself. */
export function useKey(frame: Frame, key: SoftwareKey) {
  const [own, setOwn] = useState(false)
  const [request, setRequest] = useState<Request>()
  const next = useRef<'touch' | 'cancel'>(undefined)

  const answer = useCallback(
    async (request: Request, how: 'touch' | 'cancel') => {
      setRequest(undefined)
      const options = request.options as unknown as Options
      const make = () =>
        request.type === 'key-create' ? key.create(options, request.origin) : key.get(options, request.origin)
      const credential = how === 'touch' ? ((await make()) ?? null) : null
      frame.send({ type: 'key-answer', id: request.id, credential })
    },
    [frame, key],
  )

  useEffect(
    () =>
      frame.on((message) => {
        if (message.type === 'page') frame.send({ type: 'desk-key', present: !own })
        if (message.type !== 'key-create' && message.type !== 'key-get') return
        const how = next.current
        next.current = undefined
        if (how) void answer(message, how)
        else setRequest(message)
      }),
    [frame, own, answer],
  )
  useEffect(() => frame.send({ type: 'desk-key', present: !own }), [frame, own])

  return {
    asked: request !== undefined,
    own,
    setOwn,
    onTouch: () => request && answer(request, 'touch'),
    onCancel: () => request && answer(request, 'cancel'),
    answerNext: (how: 'touch' | 'cancel') => {
      next.current = how
    },
  }
}
