import type { ReactNode } from 'react'

interface Props {
  title: string
  /** A few words next to the title: how many, what time. */
  aside?: ReactNode
  kind: 'mail' | 'phone' | 'key' | 'clock' | 'notes' | 'provider'
  children: ReactNode
}

/** A device, or the mailbox, next to the screen. */
export function Card({ title, aside, kind, children }: Props) {
  return (
    <section className={`thing thing-${kind}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside ? <span className="aside">{aside}</span> : null}
      </header>
      {children}
    </section>
  )
}
