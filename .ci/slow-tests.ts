/** Unit tests that `npm run test:quick` leaves out: each takes seconds alone, because it walks every path, plans deep, or starts servers. */
export const slowTests: readonly string[] = ['conformance/run/walk-all.test.ts', '.ci/walls/walls.test.ts']
