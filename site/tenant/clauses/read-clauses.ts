import { readdir, readFile } from 'node:fs/promises'
import { testsOf } from './tests-of.ts'

/** A rule and what it holds. */
export interface HeldRule {
  /** Name of its file in the folder of the rules, without the ending. */
  rule: string
  /** What its file says about it. */
  says: string
  /** Such as `ASVS 5.0 6.4.1`; empty where it holds the documentation or something inferred. */
  clauses: string[]
  /** Paths below the tenant's folder. */
  tests: string[]
}

const folder = new URL('../rules/', import.meta.url)

const sources =
  /(ASVS 5\.0|NIST SP 800-63B-4|RFC \d+|WebAuthn Level \d|OpenID Connect [\w -]*?\d\.\d)(?: sections?)? (\d[\d.]*\d(?:(?:, | and | to )\d[\d.]*\d)*)/g

/** Each clause that a text cites: `ASVS 5.0 6.4.1 and 6.6.2` are two. */
export function clausesIn(text: string): string[] {
  const cited = [...text.matchAll(sources)].flatMap(([, source = '', numbers = '']) =>
    (numbers.match(/\d[\d.]*\d/g) ?? []).map((number) => `${source} ${number}`),
  )
  return [...new Set(cited)]
}

const plain = (comment: string) =>
  comment
    .replace(/^\s*\/?\*+\/?/gm, '')
    .replace(/\*\/$/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The names of all rules, by their files. */
export async function ruleNames(): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

async function readRule(rule: string): Promise<HeldRule> {
  const source = await readFile(new URL(`${rule}.ts`, folder), 'utf8')
  const comments = [...source.matchAll(/\/\*\*[\s\S]*?\*\/(?=\s*(export (?:async )?(?:function|const))?)/g)]
  const said = comments.findLast(([, exported]) => exported)?.[0] ?? ''
  const clauses = clausesIn(comments.map(([comment]) => plain(comment)).join(' \n'))
  return { rule, says: plain(said), clauses, tests: testsOf[rule] ?? [] }
}

let read: Promise<HeldRule[]> | undefined

/** Every rule with what its file says; read once. */
export function readClauses(): Promise<HeldRule[]> {
  read ??= ruleNames().then((names) => Promise.all(names.map(readRule)))
  return read
}
