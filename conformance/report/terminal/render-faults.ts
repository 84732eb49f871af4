import type { Colors } from 'picocolors/types'
import { faultsOf } from '../faults.ts'
import type { CheckResult } from '../result.ts'
import { marks, paint } from './paint.ts'

/** What went wrong in Doorstep itself, apart from all that is said of the target, each mistake once; nothing where all went well. */
export function renderFaults(result: CheckResult, colors: Colors): string[] {
  const faults = faultsOf(result)
  if (faults.length === 0) return []
  const lines = [...Map.groupBy(faults, ({ stack }) => stack)].map(([stack, same]) =>
    [
      ...same.map(({ name }) => `  ${paint('harness-error', `${marks['harness-error']} ${name}`, colors)}`),
      ...new Set(same.map(({ reason }) => `      ${reason}`)),
      ...stack.split('\n').map((line) => colors.dim(`      ${line.trimEnd()}`)),
    ].join('\n'),
  )
  return [[colors.bold('Faults of Doorstep'), ...lines].join('\n')]
}
