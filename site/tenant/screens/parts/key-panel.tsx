import { PressForm } from './form.tsx'
import { Message } from './message.tsx'
import { Remember } from './remember.tsx'

interface KeyPanelProps {
  /** Address of the ceremony: its options, its outcome and its cancelling lie below. */
  action: string
  purpose: 'register' | 'authenticate'
  message?: string | undefined
}

/** The button that makes the browser ask for the security key; the script `security-key` does the rest. */
export function KeyPanel({ action, purpose, message }: KeyPanelProps) {
  return (
    <div className="key-panel" data-security-key={purpose} data-action={action}>
      <svg className="key-picture" viewBox="0 0 96 48" aria-hidden="true" focusable="false">
        <rect x="22" y="9" width="58" height="30" rx="9" />
        <path d="M22 16H8v16h14M13 21v6" />
        <circle className="key-touch" cx="54" cy="24" r="8" />
      </svg>
      <Message>{message}</Message>
      {purpose === 'authenticate' ? <Remember /> : null}
      <button type="button" className="button primary" data-press="">
        Use security key
      </button>
      <noscript>
        <p className="message wrong">
          Security keys need JavaScript. Allow it for this page, or try another method.
        </p>
      </noscript>
      <PressForm action={`${action}/another`} look="quiet">
        Try another method
      </PressForm>
    </div>
  )
}
