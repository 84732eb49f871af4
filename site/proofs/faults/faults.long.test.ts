import { expect, test } from 'vitest'
import { faults, problemsOf } from './proof.ts'

test.each(faults)(
  '$what: it says so, loses nothing, and goes on by itself',
  { timeout: 120_000 },
  async ({ suffer }) => {
    const suffered = await suffer()
    // Without PostgreSQL there is none to be gone.
    expect(suffered ? problemsOf(suffered) : []).toEqual([])
  },
)
