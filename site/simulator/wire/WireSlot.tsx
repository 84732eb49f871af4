import { type ReactNode, Suspense } from 'react'

/** The place of the wire: as large while it is loaded as afterwards. */
export const WireSlot = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<div className="wire-panel waiting">One moment …</div>}>{children}</Suspense>
)
