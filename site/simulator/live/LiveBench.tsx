import { useEffect, useState } from 'react'
import type { BenchProps } from '../bench.ts'
import { LiveDesk } from './LiveDesk.tsx'
import { useLiveAddress } from './use-live-address.ts'

/** Finds the live parties first: without them there is nothing to run. */
export default function LiveBench(bench: BenchProps) {
  const address = useLiveAddress()
  const { go } = bench
  const [toModel] = useState(() => () => go((place) => ({ ...place, mode: 'model' })))
  useEffect(() => {
    if (address === null) toModel()
  }, [address, toModel])
  if (!address) return <p className="waiting">Looking for the live tenant …</p>
  const { flow, place } = bench
  return <LiveDesk key={`${flow.id}:${place.given}`} {...bench} tenant={address.tenant} />
}
