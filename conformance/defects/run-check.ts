import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CheckResult, checkResult, type Verdict } from '../report/result.ts'
import type { Defect } from './defect.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))

/** The result of a check. */
export interface Made {
  /** How the command ended. */
  status: unknown
  /** Every id of a step, a sentence, a transition, a check or a claim → its verdict; `of` is the check of a claim. */
  verdicts: { id: string; verdict: Verdict; of?: string }[]
}

/** The call that is to find a defect. */
export const callFor = ({ id, flows, checks = [] }: Defect): string[] => [
  ...['--defect', id],
  ...flows.flatMap((flow) => ['--flow', flow]),
  ...checks.flatMap((check) => ['--check', check]),
]

/** Checks the bundled tenant as a person would, in a separate process. */
export async function runCheck(args: string[], workers = 1): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-defect-'))
  const json = join(folder, 'result.json')
  const call = [command, 'check', '--workers', `${workers}`, '--json', json, ...args]
  const child = spawn(process.execPath, call, { stdio: ['ignore', 'ignore', 'inherit'] })
  const status = await new Promise((resolve) => child.on('close', resolve))
  const result = checkResult.parse(JSON.parse(readFileSync(json, 'utf8')))
  rmSync(folder, { recursive: true })
  return { status, verdicts: verdictsOf(result) }
}

const verdictsOf = ({ flows, checks }: CheckResult): Made['verdicts'] => [
  ...flows.flatMap((flow) => [
    ...[...flow.steps, ...flow.sentences],
    ...flow.transitions.map(({ id, verdict }) => ({ id: `${flow.id}/${id}`, verdict })),
  ]),
  ...checks.flatMap(({ claims, ...check }) => [
    check,
    ...claims.map(({ id, verdict }) => ({ id: `${check.id}.${id}`, verdict, of: check.id })),
  ]),
]
