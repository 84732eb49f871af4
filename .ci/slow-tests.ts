/**
 * Unit tests that `npm run test:quick` leaves out, the project `unit-slow` of Vitest: each takes many seconds alone, because it walks every path, plans deep, starts many
 * servers, waits until a server gives up, or hashes passwords as slowly as it must. Paths and globs, from the root.
 */
export const slowTests: readonly string[] = [
  '.ci/walls/walls.test.ts',
  'conformance/cli.test.ts',
  'conformance/plan/machine/large.test.ts',
  'conformance/readme.test.ts',
  'conformance/run/merge.test.ts',
  'conformance/run/walk-all.test.ts',
  'machines/model/track-claims.test.ts',
  'mock-idp/clients/five.test.ts',
  'mock-idp/clients/foreign-clients.test.ts',
  'mock-idp/fuzz/sign-in.test.ts',
  'mock-idp/http/close.test.ts',
  'mock-idp/misbehaviours/misbehaviours.test.ts',
  'site/mailbox/end-sessions.test.ts',
  'site/mailbox/start-mailbox.test.ts',
  'site/proofs/{flood,fuzz}/*.test.ts',
  'site/serve.test.ts',
  'site/simulator/walk/statements.test.ts',
  'site/tenant/{actions,sso}/**/*.test.ts',
  'site/tenant/control/limits.test.ts',
  'site/tenant/http/forms.test.ts',
  'site/tracking.test.ts',
]
