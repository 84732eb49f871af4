import type { CheckResult } from './result.ts'

/** Paths of all pictures that a result names. */
export function picturesOf({ flows, checks }: CheckResult): string[] {
  const shown = [...flows.flatMap(({ transitions }) => transitions), ...checks]
  return [...new Set(shown.flatMap(({ screenshot }) => screenshot ?? []))]
}
