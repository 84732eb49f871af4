import type { ReactNode } from 'react'

/** A browser's window around the product's screens. */
export function BrowserFrame({ address, children }: { address: string; children: ReactNode }) {
  return (
    <section className="browser" aria-label="The product">
      <div className="browser-bar">
        <span className="browser-dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span className="browser-address">{address}</span>
      </div>
      <div className="browser-page">{children}</div>
    </section>
  )
}
