import { useEffect } from 'react'
import type { BenchProps } from '../bench.ts'
import { LiveSandbox } from './LiveSandbox.tsx'
import { useLiveAddress } from './use-live-address.ts'

/** Finds the live parties first: without them there is nothing to run. */
export default function LiveBench(bench: BenchProps) {
  const address = useLiveAddress()
  const { pack, flow, place, go } = bench
  const missing =
    address === null || (address && !(address.pack === pack.id && address.flows.includes(flow.id)))
  useEffect(() => {
    if (missing) go((place) => ({ ...place, mode: 'model' }), 'replace')
  }, [missing, go])
  if (!address || missing) return <p className="waiting">Looking for the live tenant …</p>
  return <LiveSandbox key={`${flow.id}:${place.given}`} {...bench} address={address} />
}
