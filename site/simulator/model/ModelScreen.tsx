import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type ScreenId, screens } from '../../../machines/screens.ts'
import { tenantScreens } from '../../tenant/screens/screens.tsx'
import styles from '../../tenant/screens/tenant.css?inline'
import type { Sent } from './interpret.ts'
import { messageOf } from './messages.ts'
import { NothingOpen } from './NothingOpen.tsx'
import { PlainScreen } from './PlainScreen.tsx'
import { controlsOf, readForm } from './read-form.ts'
import type { Typed } from './values.ts'

interface Props {
  screen: ScreenId
  /** The part of the message that the model names. */
  shows?: string
  /** What has been typed at this screen already. */
  typed: Typed
  email: string
  qr?: string
  secret?: string
  onSend: (sent: Sent) => void
}

const nothingOpen: ScreenId[] = ['invitation-mail', 'sso-invitation-mail', 'reset-mail', 'nothing-open']

/** A screen of the product, in a shadow root of its own so that its looks and the site's keep apart. */
export function ModelScreen({ screen, shows, typed, onSend, ...props }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot>()

  useLayoutEffect(() => {
    if (host.current) setRoot(host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' }))
  }, [])

  useEffect(() => {
    if (!root) return
    const send = (event: Event) => {
      const sent = readForm(root, event.target)
      if (event.type === 'click' && sent?.pressed) event.preventDefault()
      if (sent && (event.type === 'click') === (sent.pressed !== '')) onSend(sent)
    }
    root.addEventListener('click', send)
    root.addEventListener('change', send)
    return () => {
      root.removeEventListener('click', send)
      root.removeEventListener('change', send)
    }
  }, [root, onSend])

  useEffect(() => {
    if (!root) return
    // As the tenant's own scripts do: buttons that stand in for them are not needed here either.
    for (const form of root.querySelectorAll('form')) form.classList.add('scripted')
    for (const [label, control] of controlsOf(root)) if (typed[label]) control.value = typed[label]
  }, [root, typed])

  if (nothingOpen.includes(screen)) return <NothingOpen />
  const Screen = (
    tenantScreens as Partial<Record<ScreenId, ComponentType<Partial<Props> & { message?: string }>>>
  )[screen]
  const message = messageOf(screen, shows)
  return (
    <div ref={host} className="shadow-host">
      <p className="nothing-open">{screens[screen].heading}</p>
      {root
        ? createPortal(
            <>
              <style>{styles}</style>
              {Screen ? (
                <Screen {...props} message={message} />
              ) : (
                <PlainScreen {...screens[screen]} message={message} />
              )}
            </>,
            root,
          )
        : null}
    </div>
  )
}
