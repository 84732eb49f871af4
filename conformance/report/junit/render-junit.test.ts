import { readFileSync } from 'node:fs'
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { judgedAs } from '../fixtures/judged-as.ts'
import { makeResult } from '../fixtures/make-result.ts'
import type { CheckResult, CheckVerdict, Verdict } from '../result.ts'
import { renderJunit } from './render-junit.ts'

const schema = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL('junit.xsd', import.meta.url))),
)
const site = 'http://localhost:4321'

const check = (id: string, level: CheckVerdict['level'], verdict: Verdict): CheckVerdict => ({
  id,
  title: 'A link works once',
  source: 'ASVS 6.4.1',
  level,
  ...judgedAs(verdict, 'The link was accepted twice.'),
  expected: ['it is refused'],
  observed: ['it is accepted'],
  claims: [],
  took: 1500,
  repeat: `npx doorstep check --check ${id}`,
})

function read(result: CheckResult) {
  const document = XmlDocument.fromString(renderJunit(result, site))
  schema.validate(document)
  const find = (xpath: string) => document.find(xpath) as XmlElement[]
  const value = (element: XmlElement | undefined, name: string) => element?.attr(name)?.value
  const caseOf = (name: string) => {
    const [found] = find(`//testcase[starts-with(@name, '${name} ')]`)
    const outcome = found?.firstChild ? (found.find('*')[0] as XmlElement) : undefined
    return {
      time: value(found, 'time'),
      kind: outcome?.name,
      type: value(outcome, 'type'),
      message: value(outcome, 'message'),
      text: outcome?.content,
    }
  }
  return { find, value, caseOf }
}

describe('a run with every verdict', () => {
  const result = makeResult({
    flows: [activateAccount, logIn],
    has: ['mailbox', 'authenticator-app'],
    outcomes: {
      'emailAddress/email.registered': {
        verdict: 'failed',
        reason: 'Not there: the heading <Enter & “go”>.\u0000\u001b[31m',
        expected: ['the screen “Enter Your Password”'],
        observed: ['the screen “Oops”'],
      },
      'loginPage/open-dashboard': { verdict: 'inconclusive', reason: 'Silence proves nothing.' },
      'mail/open-activation.link': { verdict: 'config-error', reason: 'There is no handler.' },
    },
    checks: [
      check('LNK1', 'MUST', 'failed'),
      check('LNK2', 'SHOULD', 'failed'),
      check('LNK3', 'MUST', 'passed'),
      check('LNK4', 'SHOULD', 'harness-error'),
    ],
  })
  let junit: ReturnType<typeof read>
  beforeAll(() => {
    junit = read(result)
  })

  test('is valid, and each count is that of its cases', () => {
    const suites = junit.find('//testsuite')
    expect(suites.map((suite) => junit.value(suite, 'name'))).toEqual([
      'Activate an account',
      'Log in',
      'Checks',
    ])
    for (const [attribute, element] of [
      ['tests', 'testcase'],
      ['failures', 'testcase/failure'],
      ['errors', 'testcase/error'],
      ['skipped', 'testcase/skipped'],
    ] as const)
      for (const suite of suites)
        expect(Number(junit.value(suite, attribute))).toBe(suite.find(element).length)
    expect(junit.value(junit.find('/testsuites')[0], 'failures')).toBe(String(junit.find('//failure').length))
  })

  test('has a case for each step and sentence, and for each transition that is not documented', () => {
    const names = junit.find('//testcase').map((one) => junit.value(one, 'name')?.split(' ')[0])
    const wanted = result.flows.flatMap(({ steps, sentences, transitions }) => {
      const documented = [...steps, ...sentences].flatMap((one) => one.transitions.map(({ id }) => id))
      const beside = transitions.filter(({ id }) => !documented.includes(id))
      return [...steps, ...sentences, ...beside].map(({ id }) => id)
    })
    expect(names).toEqual([...wanted, 'LNK1', 'LNK2', 'LNK3', 'LNK4'])
  })

  test('a step that failed is a failure with its evidence, free of what XML forbids', () => {
    const step = junit.caseOf('log-in.3')
    expect(step).toMatchObject({ kind: 'failure', type: 'failed', time: '0.250' })
    expect(step.message).toBe('failed: Not there: the heading <Enter & “go”>.\uFFFD\uFFFD[31m')
    expect(step.text).toContain('expected  the screen “Enter Your Password”')
    expect(step.text).toContain(`replay    ${site}/flows/log-in/#given=`)
    expect(step.text).toContain("repeat    npx doorstep check --flow log-in --transition 'emailAddress/")
  })

  test('what lies behind is skipped and says behind what; what cannot be tested says what is missing', () => {
    expect(junit.caseOf('log-in.4')).toMatchObject({
      kind: 'skipped',
      type: 'blocked',
      message: 'blocked: Behind emailAddress/email.registered, which is failed.',
    })
    const { kind, type, text } = junit.caseOf('addingKey/key.cancelled')
    expect({ kind, type }).toEqual({ kind: 'skipped', type: 'not-testable' })
    expect(text).toContain('the target lacks what it needs: security-key')
  })

  test('what nothing was proven of is an error', () => {
    expect(junit.caseOf('loginPage/open-dashboard')).toMatchObject({ kind: 'error', type: 'inconclusive' })
    expect(junit.caseOf('activate-account.1')).toMatchObject({ kind: 'error', type: 'config-error' })
  })

  test('a check that is a MUST fails, one that is a SHOULD does not', () => {
    expect(junit.caseOf('LNK1')).toMatchObject({ kind: 'failure', time: '1.500' })
    expect(junit.caseOf('LNK1').text).toContain('repeat    npx doorstep check --check LNK1')
    expect(junit.caseOf('LNK2')).toMatchObject({ kind: 'skipped', type: 'failed' })
    expect(junit.caseOf('LNK3').kind).toBeUndefined()
  })

  test('a fault of Doorstep is an error with its stack, whatever its source calls the check', () => {
    expect(junit.caseOf('LNK4')).toMatchObject({ kind: 'error', type: 'harness-error' })
    expect(junit.caseOf('LNK4').text).toContain('at judge.ts:1:1')
  })
})

test('the schema refuses a count that is missing', () => {
  const broken = renderJunit(makeResult({ flows: [logIn] }), site).replace(/ errors="0"/, '')
  expect(() => schema.validate(XmlDocument.fromString(broken))).toThrowError(/errors/)
})
