import type { Colors } from 'picocolors/types'
import type { CheckResult } from '../result.ts'

/** What must be taken out of the profile; nothing where all of it is needed. */
export const renderStale = ({ stale }: CheckResult, colors: Colors): string[] =>
  stale.length === 0
    ? []
    : [
        [
          colors.bold('Acceptances that fail the run'),
          ...stale.map(({ sentence }) => `  ${colors.red('✗')} ${sentence}`),
        ].join('\n'),
      ]
