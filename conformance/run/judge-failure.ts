import { UnknownSymbol } from '../../machines/model/values.ts'
import { Indistinct, NothingBeyond } from '../session/beyond.ts'
import { StillCounting } from '../session/countdown.ts'
import { NotThere } from '../session/find.ts'
import { MailRefused } from '../session/mail.ts'
import { UnnamedHome } from '../session/unnamed-home.ts'
import { Unusable } from '../session/unusable.ts'
import { Hangs } from '../session/watch.ts'
import type { Judgement } from './judge.ts'
import { judgeHarnessFault } from './judge-harness-fault.ts'
import { firstLine } from './mask-url.ts'

/**
 * What it means that an event could not be sent or its outcome not be looked at. What the documentation names and the
 * target lacks is the target's failure, and so is a page that hangs; what pack and profile lack, or the mailbox refuses, is a
 * `config-error`; a target that cannot be reached proves nothing. A mistake in Doorstep's own code is a `harness-error`.
 */
export function judgeFailure(error: unknown): Judgement {
  if (error instanceof NotThere)
    return {
      verdict: 'failed',
      expected: [error.expected],
      observed: [error.observed],
      reason: error instanceof Unusable ? error.message : `Not there: ${error.expected}.`,
    }
  if (error instanceof Hangs) {
    const reason = firstLine(error)
    return { verdict: 'failed', expected: ['a page that lets people go on'], observed: [reason], reason }
  }
  const nothing = { expected: [], observed: [] }
  const fault = judgeHarnessFault(error)
  if (fault) return { ...fault, ...nothing }
  if (error instanceof NothingBeyond) return { verdict: 'not-testable', ...nothing, reason: error.message }
  const isSetUp = [UnknownSymbol, MailRefused, Indistinct, UnnamedHome, StillCounting].some(
    (kind) => error instanceof kind,
  )
  const verdict = isSetUp ? 'config-error' : 'inconclusive'
  return { verdict, ...nothing, reason: firstLine(error) }
}
