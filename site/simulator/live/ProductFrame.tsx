import { NothingOpen } from '../model/NothingOpen.tsx'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'

interface Props {
  live: Live | undefined
  page: FramePage | undefined
  theme: string | undefined
  /** An earlier moment is shown. What was done then cannot be done another way: the tenant has gone on. */
  isPast: boolean
  /** Addresses that can be opened where no page is yet. */
  addresses: readonly string[]
  onVisit: (address: string) => void
}

/** The frame in which the tenant runs. */
export function ProductFrame({ live, page, theme, isPast, addresses, onVisit }: Props) {
  return (
    <>
      {page ? null : <NothingOpen addresses={addresses} onVisit={onVisit} />}
      <iframe
        // A fresh sandbox has a separate frame: nothing that still loads for the one before comes into it.
        key={live?.sandbox.id}
        title="The tenant"
        name={theme && `theme-${theme}`}
        hidden={!page}
        inert={isPast}
        allow="publickey-credentials-create; publickey-credentials-get; clipboard-write"
        ref={(element) => {
          if (live) live.frame.element = element
        }}
      />
    </>
  )
}
