import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { whileItCan } from './while-it-can.ts'

interface Props {
  address: string
  /** Addresses that can be typed; without them the bar can only be read. */
  addresses?: readonly string[] | undefined
  onVisit?: ((address: string) => void) | undefined
  /** Is another one with each page that comes, the same page again included: what was typed into the bar has led there. */
  shown?: unknown
  /** Goes one page back; absent where there is none. */
  onBack?: (() => void) | undefined
  children: ReactNode
  /** What is shown in place of the page. */
  front?: ReactNode
}

/** A browser's window around the product's screens. */
export function BrowserFrame({ address, addresses = [], onVisit, shown, onBack, children, front }: Props) {
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
          <AddressBar key={address} {...{ address, addresses, onVisit, shown }} />
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
  shown: unknown
}

function AddressBar({ address, addresses, onVisit, shown }: AddressBarProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const before = useRef(address)
  const isSent = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that comes may have the same address
  useEffect(() => {
    // What was typed is over once it has led somewhere. The first page may come while a person still types.
    if (input.current && (isSent.current || before.current !== address)) input.current.value = address
    before.current = address
    isSent.current = false
  }, [address, shown])
  const visit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('address')
    if (typeof typed !== 'string' || typed.trim() === '') return
    isSent.current = true
    onVisit(typed)
  }
  return (
    <form className="browser-address" onSubmit={visit}>
      <input
        ref={input}
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
