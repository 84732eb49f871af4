import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { CheckError } from '../../errors.ts'
import type { CheckResult } from '../result.ts'
import { verdict } from '../verdict.ts'
import { byId, type Failing, failingOf, verdictsOf } from './failing.ts'

/** Id → `<verdict>: <what was seen>`: one line each, to be read in a diff. */
const file = z.record(z.string(), z.string())

/**
 * Reads what is known to fail.
 * @throws CheckError `baseline-unreadable`
 */
export function readBaseline(path: string): Failing[] {
  const refuse = (why: string) => new CheckError('baseline-unreadable', `The baseline ${path} ${why}`)
  if (!existsSync(path)) throw refuse('does not exist: call once with --update-baseline, which writes it.')
  const parsed = file.safeParse(parse(path, refuse))
  if (!parsed.success) throw refuse('is none: it must be an object of ids, each with what was seen.')
  return Object.entries(parsed.data).map(([id, line]) => {
    const [word = '', ...seen] = line.split(': ')
    const known = verdict.safeParse(word)
    if (!known.success) throw refuse(`has "${line}" for ${id}: it must begin with a verdict and a colon.`)
    return { id, verdict: known.data, seen: seen.join(': ') }
  })
}

function parse(path: string, refuse: (why: string) => CheckError): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw refuse(`cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * What fails now, as a baseline.
 * @param before entries of which this run was not asked stay
 */
export function baselineOf(result: CheckResult, before: readonly Failing[] = []): string {
  const asked = verdictsOf(result)
  const isAsked = ({ id }: Failing) => asked.has(id) || asked.has(id.replace(/\.[^.]*$/, ''))
  const all = [...failingOf(result), ...before.filter((one) => !isAsked(one))].toSorted(byId)
  const lines = Object.fromEntries(all.map(({ id, verdict, seen }) => [id, `${verdict}: ${seen}`]))
  return `${JSON.stringify(lines, null, 2)}\n`
}
