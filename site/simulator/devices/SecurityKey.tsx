import { useEffect, useRef } from 'react'
import { bringIntoView } from '../../tenant/browser/bring-into-view.ts'
import { whileItCan } from '../while-it-can.ts'
import { Card } from './Card.tsx'

export interface SecurityKeyProps {
  /** The browser is asking for the key. */
  asked: boolean
  onTouch: () => void
  onCancel: () => void
  /** Whether the reader's own key is asked instead, and how to change that; only where there is a deployment to ask it. */
  own?: boolean
  setOwn?: (own: boolean) => void
}

/** The security key: it blinks while the browser asks for it, and waits for a finger. */
export function SecurityKey({ asked, onTouch, onCancel, own = false, setOwn }: SecurityKeyProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // It can be below the mails, and a key that nobody sees blink is touched by nobody.
    const card = asked ? row.current?.closest('.thing') : undefined
    if (card) bringIntoView(card, card.closest('.scrolls'))
  }, [asked])
  return (
    <Card kind="key" title="Security key" aside={asked ? 'blinking' : 'plugged in'}>
      <div className="key-row" data-asked={asked} ref={row}>
        <button
          type="button"
          className="key-button"
          aria-label="Touch the security key"
          {...whileItCan(asked, onTouch)}
        >
          <svg viewBox="0 0 96 48" aria-hidden="true">
            <rect x="22" y="9" width="58" height="30" rx="9" />
            <path d="M22 16H8v16h14M13 21v6" />
            <circle cx="54" cy="24" r="8" />
          </svg>
        </button>
        <p className="empty" role="status">
          {asked ? 'The browser asks for your key: touch it.' : 'It blinks when the browser asks for it.'}
        </p>
      </div>
      {asked ? (
        <button type="button" className="act quiet" onClick={onCancel}>
          Cancel the browser’s prompt
        </button>
      ) : null}
      {setOwn && isSecureContext ? (
        <label className="own-key">
          <input type="checkbox" checked={own} onChange={({ target }) => setOwn(target.checked)} />
          Use my own key instead
        </label>
      ) : null}
      {setOwn && !isSecureContext ? (
        <p className="empty">
          Your own key can’t be used here: browsers ask for keys only over HTTPS, or on this machine. This one
          works everywhere.
        </p>
      ) : null}
    </Card>
  )
}
