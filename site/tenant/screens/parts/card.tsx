import type { ReactNode } from 'react'
import { Main } from './main.tsx'

/** Our mark: an open door. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="32" height="32" rx="8" />
      <path className="mark-door" d="M10 25V8.6c0-.7.6-1.2 1.3-1L19 9.4c.6.1 1 .6 1 1.2V25" />
      <path className="mark-line" d="M8 25h16M16.6 17.2v1.6" />
    </svg>
  )
}

interface CardProps {
  heading: string
  /** Whose tenant it is. */
  tenantName?: string
  children?: ReactNode
}

/** The frame of all screens before the login is done. */
export function Card({ heading, tenantName, children }: CardProps) {
  return (
    <div className="stage">
      <Main className="card">
        <div className="brand">
          <Mark />
          {tenantName ? <p className="soft">{tenantName}</p> : null}
        </div>
        <h1>{heading}</h1>
        {children}
      </Main>
    </div>
  )
}
