import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packs } from '@doorstep/machines'
import fc from 'fast-check'
import { loadPack } from '../../../conformance/packs/load-pack.ts'
import { readBaseline } from '../../../conformance/report/compare/baseline.ts'
import { renderCtrf } from '../../../conformance/report/ctrf/render-ctrf.ts'
import { stepSummary } from '../../../conformance/report/github/step-summary.ts'
import { renderJunit } from '../../../conformance/report/junit/render-junit.ts'
import { readResult } from '../../../conformance/report/read-result.ts'
import { checkResult } from '../../../conformance/report/result.ts'
import { renderSarif } from '../../../conformance/report/sarif/render-sarif.ts'
import { explain } from '../../../conformance/targets/profile/explain.ts'
import { deploymentSchemaFor } from '../../../conformance/targets/profile/schema.ts'
import { findProcedures } from '../../../conformance/trace/find-procedures.ts'
import { readLock } from '../../../conformance/trace/lock.ts'
import { parsePage } from '../../../conformance/trace/read-page.ts'
import { callerOf, networkOf, readTrustedProxies } from '../../caller.ts'
import { readCode } from '../../class/model/code.ts'
import { isKnownHost } from '../../known-host.ts'
import { linksOf } from '../../mailbox/links-of.ts'
import { readMail } from '../../mailbox/read-mail.ts'
import { readEnvironment } from '../../server/environment.ts'
import { nearly, oddJson, oddText } from './odd.ts'

/** A parser, what it is given, and the names of the errors that say what is wrong with that. */
export interface Parser<T = unknown> {
  given: fc.Arbitrary<T>
  read: (given: T) => unknown
  refuses?: readonly string[]
}

const parser = <T>(it: Parser<T>) => it as Parser

/** Text of some language: its own tokens in any order, and nonsense between them. */
const text = (...tokens: string[]) =>
  fc.array(oddText(tokens), { maxLength: 40, size: 'max' }).map((all) => all.join(''))

const folder = mkdtempSync(join(tmpdir(), 'doorstep-fuzz-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** For what reads files. */
function inFile<T>(name: string, read: (path: string) => T) {
  return (content: string): T => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return read(path)
  }
}

/** A module is imported once by its name. */
let packFiles = 0

const asJson = (value: unknown) => JSON.stringify(value) ?? ''
const SITE = 'http://localhost:4321'
const numbers = [
  '0',
  '1',
  '65535',
  '4321',
  'localhost',
  'https://a.example',
  '0.0.0.0',
  'loopback',
  'on',
  '10.0.0.0/8',
]
const variables = [
  'PORT',
  'HOST',
  'SITE_URL',
  'TENANT_URL',
  'IDP_URL',
  'TRUST_PROXY',
  'DATABASE_URL',
  'DATA_DIR',
  'HSTS',
]

export const parsers: Record<string, Parser> = {
  'links of a mail': parser({
    given: text('<a href="', '">', '</a>', '<b>', '&amp;', '<!--', '&#'),
    read: linksOf,
  }),
  'a mail': parser({
    given: text(
      '\r\n',
      'Subject: ',
      'Content-Type: multipart/mixed; boundary=b',
      '--b',
      'From: ',
      '=?utf-8?b?',
      ';',
      '"',
    ),
    read: (raw: string) => readMail(Buffer.from(raw)),
    refuses: ['Error'],
  }),
  'a class code': parser({ given: oddText(['ABC DEF', '3479AB']), read: readCode }),
  'a Host header': parser({
    given: oddText(['localhost:1', '[::1]', '[::', 'a.example.']),
    read: (host: string) => isKnownHost(host, ['a.example']),
  }),
  proxies: parser({ given: oddText(numbers), read: readTrustedProxies }),
  'who asks': parser({
    given: fc.tuple(
      oddText(['::1', '127.0.0.1', '::ffff:1.2.3.4']),
      text('1.2.3.4', ', ', '[::1]:80', 'unknown'),
    ),
    read: ([remoteAddress, forwarded]: [string, string]) => {
      const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }
      return networkOf(callerOf(request as unknown as IncomingMessage, 9).address)
    },
  }),
  'the environment': parser({
    given: fc.dictionary(fc.constantFrom(...variables), oddText(numbers)),
    read: (env: Record<string, string>) => readEnvironment(env),
    refuses: ['EnvironmentError'],
  }),
  'a page of documentation': parser({
    given: text(
      '# Title\n',
      '\n1. ',
      '\n   - ',
      '**Next**',
      '| a | b |\n',
      '<Steps>',
      '</Steps>',
      '\n\n',
      '```\n',
      '---\n',
      ':::note\n',
      '{',
      'import x\n',
      '[a](b)',
    ),
    read: (page: string) => findProcedures(parsePage('page.md', page)),
  }),
  'a lock': parser({
    given: oddJson(['steps', 'sections', 'pages']).map(asJson),
    read: inFile('docs.lock.json', readLock),
    refuses: ['TraceError'],
  }),
  'a baseline': parser({
    given: fc.oneof(oddJson(['a.1', 'failed: x', 'blocked: ']).map(asJson), text('{', '"', ':')),
    read: inFile('baseline.json', readBaseline),
    refuses: ['CheckError'],
  }),
  'a result, and its reports': parser({
    given: fc
      .oneof(nearly(checkResult, ['a', 'a.4', 'passed', 'failed', '\u001b[2J']), oddJson(['flows']))
      .map(asJson),
    read: inFile('result.json', (path) => {
      const result = readResult(path)
      return [stepSummary, renderJunit, renderSarif, renderCtrf].map((render) => render(result, SITE))
    }),
    refuses: ['CheckError'],
  }),
  'a profile': parser({
    given: oddJson(['name', 'baseUrl', 'mailbox', 'kind', 'smtp', 'packs', 'accounts', 'screens']),
    read: (profile: unknown) => {
      const { error } = deploymentSchemaFor(packs).safeParse(profile)
      return error && explain(error, profile)
    },
  }),
  'a pack': parser({
    given: fc.tuple(
      oddJson(['id', 'title', 'flows', 'screens', 'values', 'roles']).map(asJson),
      fc.boolean(),
    ),
    read: ([pack, isDefined]: [string, boolean]) => {
      const it = isDefined ? `definePack(${pack})` : pack
      return inFile(
        `pack-${packFiles++}.ts`,
        loadPack,
      )(`import { definePack } from 'doorstep'\nexport const pack = ${it}\n`)
    },
    refuses: ['CheckError'],
  }),
}

/** @throws where it neither reads nor refuses in words: the shortest thing that does it, and the seed */
export async function attackParser(
  { given, read, refuses = [] }: Parser,
  runs: number,
  seed?: number,
): Promise<void> {
  const property = fc.asyncProperty(given, async (value) => {
    const began = performance.now()
    try {
      await read(value)
    } catch (error) {
      if (!(error instanceof Error) || !refuses.includes(error.name)) throw error
    }
    const took = performance.now() - began
    if (took > 2_000) throw new Error(`It took ${Math.round(took)} ms.`)
  })
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) })
}
