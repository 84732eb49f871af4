import type { BenchProps } from '../bench.ts'

export default function LiveBench(_: BenchProps) {
  return null
}
