import { useEffect, useState } from 'react'
import { type Demonstration, demonstrationIn } from './demonstration-link.ts'

/** The demonstration that the page’s address brings along, or why it cannot be read. */
export function useOffered(): { offered?: Demonstration; problem?: string } {
  const [found, setFound] = useState<{ offered?: Demonstration; problem?: string }>({})
  useEffect(() => {
    const read = () =>
      void demonstrationIn(location.hash).then(
        (offered) => setFound(offered ? { offered } : {}),
        () =>
          setFound({ problem: 'The demonstration of this link cannot be read: ask for the link once more.' }),
      )
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return found
}
