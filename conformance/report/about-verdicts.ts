import type { Verdict } from './verdict.ts'

/** What each verdict says, for people. */
export const aboutVerdicts: Readonly<Record<Verdict, string>> = {
  passed: 'The step was performed, and the result is as documented.',
  accepted:
    'The result differs, and the deployment’s profile says why this is accepted. A note appears when it no longer differs.',
  failed: 'The step was performed, and the result differs.',
  blocked:
    'An earlier step did not pass, so this one could not be judged. The report names the earlier step.',
  'not-testable': 'The deployment lacks something that the step needs. The report names it.',
  inconclusive: 'Nothing was proven either way. Silence never counts as a pass.',
  'config-error': 'The set-up is wrong, not the deployment.',
  'harness-error': 'Doorstep has a bug. Please report it, with its stack.',
}
