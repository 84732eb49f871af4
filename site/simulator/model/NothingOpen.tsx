interface Props {
  /** Addresses that can be opened. */
  addresses?: readonly string[]
  onVisit?: (address: string) => void
}

/** The browser without a page. */
export function NothingOpen({ addresses = [], onVisit }: Props) {
  return (
    <div className="nothing-open">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <rect x="5" y="11" width="38" height="27" rx="4" />
        {/* A window, where an address is opened; else a letter, from which the way leads here. */}
        <path d={addresses.length > 0 ? 'M5 19h38M10 15h1M15 15h1' : 'm6 14 18 14 18-14'} />
      </svg>
      {addresses.length > 0 ? (
        <>
          <p>No page is open yet. Open one of these:</p>
          {addresses.map((address) => (
            <button key={address} type="button" className="open-address" onClick={() => onVisit?.(address)}>
              {address}
            </button>
          ))}
        </>
      ) : (
        <p>No page is open yet.</p>
      )}
    </div>
  )
}
