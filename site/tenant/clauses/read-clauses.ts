import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { testsOf } from './tests-of.ts'

/** A file of the tenant and the clauses that it holds. */
export interface Holder {
  /** Its path below the tenant's folder, such as `rules/is-link-spent.ts`. */
  file: string
  /** What it says about it. */
  says: string
  /** Such as `ASVS 5.0 6.4.1`; empty for rules of the documentation, or inferred. */
  clauses: string[]
  /** Paths below the tenant's folder. */
  tests: string[]
}

const tenant = fileURLToPath(new URL('..', import.meta.url))

const sources =
  /(ASVS 5\.0|NIST SP 800-63B-4|RFC \d+|WebAuthn Level \d|WCAG 2\.2|(?:OpenID Connect [\w -]*?|(?:RP-Initiated|Back-Channel) Logout )\d\.\d)(?: sections?|,)? (\d+(?:\.\d+)*(?:(?:, | and | to )\d+(?:\.\d+)*)*)/g

/** Each clause that a text cites: `ASVS 5.0 6.4.1 and 6.6.2` are two. */
export function clausesIn(text: string): string[] {
  const cited = [...text.matchAll(sources)].flatMap(([, source = '', numbers = '']) =>
    (numbers.match(/\d+(?:\.\d+)*/g) ?? []).map(
      (number) => `${source.replace(/^(?=RP-|Back-)/, 'OpenID Connect ')} ${number}`,
    ),
  )
  return [...new Set(cited)]
}

const plain = (comment: string) =>
  comment
    .replace(/^\s*\{?\/?\*+\/?/gm, '')
    .replace(/\*\/\}?$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const comment = /\/\*\*?[\s\S]*?\*\/(?=\s*(export (?:async )?(?:function|const))?)/g

/** What only tests and the control API need, and what only describes: tables, messages, bodies. */
const aside = /\.(test|spec)\.|^(testing|control|clauses)\/|schema\.ts$|desk-messages|key-bodies/

/** Paths of the files that may hold a clause. */
async function filesOf(): Promise<string[]> {
  const found = await readdir(tenant, { recursive: true })
  return found
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !aside.test(file))
    .sort()
}

/** The names of all rules, by their files. */
export async function ruleNames(): Promise<string[]> {
  return (await filesOf())
    .filter((file) => file.startsWith('rules/') && file !== 'rules/index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
}

async function readHolder(file: string): Promise<Holder> {
  const source = await readFile(`${tenant}/${file}`, 'utf8')
  const comments = [...source.matchAll(comment)].map(([text, exported]) => ({ text: plain(text), exported }))
  const clauses = clausesIn(comments.map(({ text }) => text).join(' \n'))
  const says = file.startsWith('rules/')
    ? (comments.findLast(({ exported }) => exported)?.text ?? '')
    : comments.flatMap(({ text }) => (clausesIn(text).length > 0 ? [text] : [])).join(' · ')
  return { file, says, clauses, tests: testsOf[file.replace(/\.tsx?$/, '')] ?? [] }
}

/** What the standards want written down stands in the tenant's own README. */
async function readDocumentation(): Promise<Holder> {
  const file = 'README.md'
  const text = (await readFile(`${tenant}/${file}`, 'utf8')).replace(/\s+/g, ' ')
  return { file, says: 'Documents it.', clauses: clausesIn(text), tests: [] }
}

async function readAll(): Promise<Holder[]> {
  const rules = new Set((await ruleNames()).map((name) => `${name}.ts`))
  const holders = await Promise.all((await filesOf()).map(readHolder))
  const held = holders.filter(({ file, clauses }) => rules.has(file) || clauses.length > 0)
  return [...held, await readDocumentation()]
}

let read: Promise<Holder[]> | undefined

/** Every rule, and whatever else cites a clause, with what it says about it; read once. */
export function readClauses(): Promise<Holder[]> {
  read ??= readAll()
  return read
}
