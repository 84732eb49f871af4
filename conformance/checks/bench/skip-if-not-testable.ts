import type { Bench } from './bench.ts'
import { NotTestable } from './outcome.ts'

/** Proves some claims of a check. What the target lacks for them says nothing of the other claims, nor of what was shown before. */
export async function skipIfNotTestable(
  bench: Bench,
  claims: readonly string[],
  prove: () => Promise<void>,
): Promise<void> {
  await prove().catch((error: unknown) => {
    if (!(error instanceof NotTestable)) throw error
    for (const claim of claims) bench.skip(claim, error.message)
  })
}
