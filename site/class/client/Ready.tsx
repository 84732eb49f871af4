import { type ReactNode, useEffect, useState } from 'react'

/** What a form asks for, closed until the page listens: what is typed or pressed before that would be lost. */
export function Ready({ children }: { children: ReactNode }) {
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  return (
    <fieldset className="ready" disabled={!isReady}>
      {children}
    </fieldset>
  )
}
