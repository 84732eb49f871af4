import { useEffect, useState } from 'react'

/**
 * What something answers, as soon as it has; `undefined` before.
 * @param load is called again when it is another function
 */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>()
  useEffect(() => {
    let isGone = false
    void load().then((value) => isGone || setLoaded(value))
    return () => {
      isGone = true
    }
  }, [load])
  return loaded
}
