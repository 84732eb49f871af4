import { type ReactNode, useContext } from 'react'
import { type LinkId, links } from '../links.ts'
import { ShownScreen } from './shown-screen.ts'

interface LeadProps {
  base: string
  to: LinkId
  className?: string
  /** Whether it leads to the page that is shown. */
  isHere?: boolean | 'page'
  /** What people read, if the link has no separate label. */
  children?: ReactNode
}

/** A link to another page. */
export function Lead({ base, to, className, isHere, children }: LeadProps) {
  const from = useContext(ShownScreen)
  const current = isHere ? { 'aria-current': isHere } : {}
  return (
    <a className={className} href={`${base}/open/${to}?from=${from}`} {...current}>
      {children ?? links[to].label}
    </a>
  )
}
