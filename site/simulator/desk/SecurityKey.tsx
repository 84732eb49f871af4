import type { ReactNode } from 'react'
import { Card } from './Card.tsx'

export interface SecurityKeyProps {
  /** The browser is asking for the key. */
  asked: boolean
  onTouch: () => void
  onCancel: () => void
  children?: ReactNode
}

/** The security key: it blinks while the browser asks for it, and waits for a finger. */
export function SecurityKey({ asked, onTouch, onCancel, children }: SecurityKeyProps) {
  return (
    <Card kind="key" title="Security key" aside={asked ? 'blinking' : 'plugged in'}>
      <div className="key-row" data-asked={asked}>
        <button
          type="button"
          className="key-button"
          aria-label="Touch the security key"
          disabled={!asked}
          onClick={onTouch}
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
          Cancel the browser’s question
        </button>
      ) : null}
      {children}
    </Card>
  )
}
