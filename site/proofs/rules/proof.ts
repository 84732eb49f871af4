import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { markdownTable } from '../../../conformance/report/markdown-table.ts'
import { type Holder, holders } from '../../tenant/clauses/list.ts'
import { rules } from '../../tenant/rules/index.ts'
import type { Proof } from '../proof.ts'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const config = fileURLToPath(new URL('./without-rule.config.ts', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What a removed rule answers to everything: nothing, which also means no, or yes. */
const ANSWERS = ['undefined', 'true'] as const

type Rule = Holder & { rule: string }

/** A rule that says yes to everything, however its source was compiled, can't be removed by a yes. */
const saysYes = ({ rule }: Rule) => /=>\s*(?:true|!0)$/.test(String(rules[rule as keyof typeof rules]))
const answersOf = (holder: Rule) => ANSWERS.filter((answer) => answer !== 'true' || !saysYes(holder))

/** Whether a test of the tenant passes, with a rule removed. */
async function passes(test: string, env: Record<string, string> = {}): Promise<boolean> {
  const args = [vitest, 'run', '--config', config, '--root', root, '--reporter', 'dot', `site/tenant/${test}`]
  return promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env }, cwd: root }).then(
    () => true,
    ({ code }) => {
      if (code === 1) return false
      throw new Error(`The tests of ${test} could not be run.`)
    },
  )
}

/** Whether no test that the rule names notices that it is gone. */
async function survives({ rule, tests }: Rule, answer: string, isSound: (test: string) => Promise<boolean>) {
  for (const test of tests) {
    if (!(await isSound(test))) throw new Error(`${test} fails with all rules in place.`)
    if (!(await passes(test, { REMOVED_RULE: rule, ANSWER: answer }))) return false
  }
  return true
}

/** The removals that no test notices, among these rules. */
export async function survivorsAmong(all: readonly Rule[]): Promise<string[]> {
  const sound = new Map<string, Promise<boolean>>()
  const isSound = (test: string) => {
    const known = sound.get(test) ?? passes(test)
    sound.set(test, known)
    return known
  }
  const survivors: string[] = []
  for (const holder of all)
    for (const answer of answersOf(holder))
      if (await survives(holder, answer, isSound)) survivors.push(`${holder.rule}, which says ${answer}`)
  return survivors
}

export const rulesOfTenant = holders.filter((holder): holder is Rule => holder.rule !== undefined)

export const rulesProof: Proof = {
  about: 'each rule of the tenant is removed; a test that the rule names fails',
  async prove({ times }) {
    const all = rulesOfTenant.slice(0, times)
    const survivors = await survivorsAmong(all)
    const clauses = all.flatMap((each) => each.clauses.filter((clause) => clause.startsWith('ASVS')))
    const removals = all.flatMap(answersOf)
    const figures = [all.length, new Set(clauses).size, removals.length, survivors.length]
    return {
      text: markdownTable(
        ['rules', 'clauses of ASVS they hold', 'removals', 'survivors'],
        [figures.map(String)],
      ),
      problems: survivors.map((survivor) => `no test notices that a rule is gone: ${survivor}.`),
    }
  },
}
