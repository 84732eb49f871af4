import { useEffect, useState } from 'react'
import type { Misbehaviour } from '../devices/Provider.tsx'

/** Where the live parties are, and what can be walked there. */
export interface LiveAddress {
  /** Origin of the tenant. */
  tenant: string
  /** Id of the pack that the tenant belongs to. */
  pack: string
  flows: string[]
  /** Name of an address in the pack → its path below the tenant link of a sandbox. */
  paths: Readonly<Record<string, string>>
  /** What the bundled provider can do wrong. */
  misbehaviours: Misbehaviour[]
}

let asked: Promise<LiveAddress | null> | undefined

/** A page in a sandboxed frame has no origin: it may read nothing, and the live tenant would not know it. */
const ask = async () => (self.origin === 'null' ? null : read())

const read = () =>
  fetch(`${import.meta.env.BASE_URL}live.json`)
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
