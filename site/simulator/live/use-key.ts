import { useCallback, useEffect, useRef, useState } from 'react'
import type { CreationOptions, RequestOptions, SecurityKey } from '../../../machines/devices/security-key.ts'
import type { PageMessage } from '../../tenant/frame-messages.ts'
import type { Live } from './open-live.ts'

type Request = Extract<PageMessage, { type: 'key-create' | 'key-get' }>

function touch(key: SecurityKey, { type, options, origin }: Request) {
  return type === 'key-create'
    ? key.register(options as unknown as CreationOptions, origin)
    : key.authenticate(options as unknown as RequestOptions, origin)
}

/** A key that refuses looks to the page like a person who cancels. */
function refused(error: unknown): null {
  if (error instanceof DOMException) return null
  throw error
}

/** The security key: software that signs for real, or the reader's own, which the browser asks for itself. */
export function useKey(live: Live | undefined) {
  const frame = live?.frame
  const [own, setOwn] = useState(false)
  const [request, setRequest] = useState<Request>()
  const next = useRef<'touch' | 'cancel'>(undefined)

  const answer = useCallback(
    async (request: Request, how: 'touch' | 'cancel') => {
      setRequest(undefined)
      if (!live) return
      const { securityKey, keeper } = live
      const credential = how === 'touch' ? await touch(securityKey, request).catch(refused) : null
      keeper.update({ securityKey: securityKey.toJSON() })
      live.frame.send({ type: 'key-answer', id: request.id, credential: credential && { ...credential } })
    },
    [live],
  )

  useEffect(
    () =>
      frame?.on((message) => {
        if (message.type === 'page') {
          setRequest(undefined)
          frame.send({ type: 'site-key', present: !own })
        }
        if (message.type !== 'key-create' && message.type !== 'key-get') return
        const how = next.current
        next.current = undefined
        if (how) void answer(message, how)
        else setRequest(message)
      }),
    [frame, own, answer],
  )
  useEffect(() => frame?.send({ type: 'site-key', present: !own }), [frame, own])

  /** As a browser does when its own question is answered, the focus goes back to the page that has asked. */
  const answerByHand = (how: 'touch' | 'cancel') => {
    if (!request) return
    frame?.element?.focus({ preventScroll: true })
    void answer(request, how)
  }

  return {
    asked: request !== undefined,
    own,
    setOwn,
    onTouch: () => answerByHand('touch'),
    onCancel: () => answerByHand('cancel'),
    answerNext: useCallback((how: 'touch' | 'cancel') => {
      next.current = how
    }, []),
  }
}
