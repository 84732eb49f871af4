import { useEffect, useState } from 'react'

/** Where the live parties are: the origin of the tenant. */
export interface LiveAddress {
  tenant: string
}

let asked: Promise<LiveAddress | null> | undefined

const ask = () =>
  fetch('/live.json')
    .then((answer) => (answer.ok ? (answer.json() as Promise<LiveAddress>) : null))
    .catch(() => null)

/** The live parties behind this site; null where there are none, as on a static host; undefined until that is known. */
export function useLiveAddress(): LiveAddress | null | undefined {
  const [address, setAddress] = useState<LiveAddress | null>()
  useEffect(() => {
    asked ??= ask()
    asked.then(setAddress)
  }, [])
  return address
}
