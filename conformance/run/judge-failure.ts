import { stripVTControlCharacters } from 'node:util'
import { UnknownSymbol } from '../../machines/model/values.ts'
import { NotThere } from '../session/find.ts'
import type { Judgement } from './judge.ts'
import { maskText } from './mask-url.ts'

/**
 * What it means that an event could not be sent or its outcome not be looked at. What the documentation names and the
 * target lacks is the target's failure; what pack and profile lack is a `config-error`; a target that does not answer proves
 * nothing.
 */
export function judgeFailure(error: unknown): Judgement {
  if (error instanceof NotThere)
    return {
      verdict: 'failed',
      expected: [error.expected],
      observed: [error.observed],
      reason: `Not there: ${error.expected}.`,
    }
  const message = firstLine(error)
  return {
    verdict: error instanceof UnknownSymbol ? 'config-error' : 'inconclusive',
    expected: [],
    observed: [],
    reason: message,
  }
}

/** Playwright's messages bring a log along, coloured for a terminal, and addresses with what is secret in them. */
export function firstLine(error: unknown) {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
  return maskText(`${stripVTControlCharacters(line)}${cause}`)
}
