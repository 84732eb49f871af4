import { type FormEvent, type ReactNode, useId } from 'react'
import { whileItCan } from './while-it-can.ts'

interface Props {
  address: string
  /** Addresses that can be typed; without them the bar can only be read. */
  addresses?: readonly string[] | undefined
  onVisit?: ((address: string) => void) | undefined
  /** Goes one page back; absent where there is none. */
  onBack?: (() => void) | undefined
  children: ReactNode
  /** What is shown in place of the page. */
  front?: ReactNode
}

/** A browser's window around the product's screens. */
export function BrowserFrame({ address, addresses = [], onVisit, onBack, children, front }: Props) {
  return (
    <section className="browser" aria-label="The product">
      <div className="browser-bar">
        <button
          type="button"
          className="browser-back"
          aria-label="Back in the frame"
          {...whileItCan(onBack !== undefined, () => onBack?.())}
        >
          ←
        </button>
        {onVisit && addresses.length > 0 ? (
          <AddressBar key={address} address={address} addresses={addresses} onVisit={onVisit} />
        ) : (
          <span className="browser-address">{address}</span>
        )}
      </div>
      <div className="browser-page">
        {front}
        <div className="browser-view" hidden={Boolean(front)}>
          {children}
        </div>
      </div>
    </section>
  )
}

interface AddressBarProps {
  address: string
  addresses: readonly string[]
  onVisit: (address: string) => void
}

function AddressBar({ address, addresses, onVisit }: AddressBarProps) {
  const id = useId()
  const visit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('address')
    if (typeof typed === 'string' && typed.trim() !== '') onVisit(typed)
  }
  return (
    <form className="browser-address" onSubmit={visit}>
      <input
        name="address"
        aria-label="Address"
        title={address}
        list={id}
        defaultValue={address}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
      />
      <datalist id={id}>
        {addresses.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </form>
  )
}
