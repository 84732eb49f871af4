import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, test } from '@playwright/test'
import { Bench } from '../../checks/bench/bench.ts'
import { checksFor } from '../../checks/index.ts'
import { judgeCheck } from '../../run/judge-check.ts'
import { openTarget } from '../open-target.ts'
import { loadProfile } from '../profile/load.ts'
import { startDeployment } from '../profile/start.ts'
import { type Fault, faults } from './faults.ts'
import type { Keeping } from './start-depot.ts'

const config = fileURLToPath(new URL('./doorstep.config.ts', import.meta.url))

test.setTimeout(300_000)

/** The claims that find each fault. */
const foundBy: Record<Fault, readonly string[]> = {
  'code-works-twice': ['OTP1.used', 'OTP1.enrolment', 'OTP2.one'],
  'codes-race': ['OTP2.one'],
  'old-codes': ['OTP3.late'],
  'master-code': ['OTP10.zeros'],
  'code-left-out': ['OTP10.none'],
  'code-of-named-account': ['OTP11.named'],
  'opens-named-account': ['OWN6.named'],
  'half-way-token': ['OTP6.pages', 'OTP6.first', 'OTP6.session'],
  'half-way-adds': ['ADM1.half-way'],
  'token-stays': ['SES1.code'],
  'logout-in-browser-only': ['SES2.last', 'SES2.before', 'SES2.provider'],
  'token-left-behind': ['SES2.forgotten'],
  'token-in-address': ['SES16.address'],
  'token-from-address': ['SES19.accepted'],
  'counted-tokens': ['SES14.bits'],
  'unsigned-tokens': ['SES14.unsigned'],
  'unchecked-tokens': ['SES14.swapped', 'SES14.unsigned'],
  'tokens-never-end': ['SES4.half-way', 'SES4.idle', 'SES4.interfaces', 'SES4.life'],
  'reset-keeps-tokens': ['LNK7.ended'],
  'removed-but-in': ['SES8.ended'],
  'role-by-invited': ['ADM8.activation'],
  'link-of-named-account': ['OWN1.victim', 'OWN1.control', 'OWN3.victim'],
  'link-works-twice': [
    'LNK1.activation-form',
    'LNK1.activation-link',
    'LNK1.reset-form',
    'LNK1.reset-link',
    'LNK1.recovers',
  ],
  'length-in-browser-only': ['PWD1.shortest', 'PWD1.short'],
  'silent-length': ['PWD1.shortest', 'PWD1.short'],
  'guesses-in-browser-only': ['RATE1.limited'],
  'everybody-adds': ['ADM1.request'],
  'everybody-sees-adding': ['ADM1.absent'],
  'everybody-removes': ['ADM4.remove'],
  'people-for-anybody': ['ADM5.interfaces'],
  'people-of-all': ['ADM3.resend', 'ADM3.remove'],
  'last-name': ['SES10.second'],
  'change-without-current': ['PWD9.wrong', 'PWD9.none'],
  'tells-unknown': ['ENU1.alike', 'ENU1.capitals', 'ENU1.invited'],
  'reset-minds-capitals': ['OWN2.reset'],
  'any-content-type': ['SES5.reset'],
  'stack-for-a-token': ['TXT3.cookies'],
  'answer-for-any-browser': ['RP7.browser'],
  'provider-name-as-markup': ['TXT1.named'],
  'company-name-as-markup': ['TXT1.forms'],
  'company-name-in-mails': ['TXT1.mails'],
  'invitation-names-one-role': ['MAI5.role'],
  'provider-token-kept': ['RP13.storage'],
  'renewals-for-other-sites': ['SES12.renewal'],
  'renewals-go-on': ['LNK7.ended', 'PWD13.ended', 'SES2.last', 'SES2.second', 'SES2.provider'],
  'renewals-work-twice': ['SES20.used'],
  'used-renewals-end-nothing': ['SES20.ended'],
}

/** Where a fault shows in a Depot alone that keeps its tokens there. */
const storages: Partial<Record<Fault, Keeping['storage']>> = {
  'renewals-for-other-sites': 'memory',
  'renewals-go-on': 'memory',
  'renewals-work-twice': 'memory',
  'used-renewals-end-nothing': 'memory',
}

/** What every run of `npm test` proves; the rest takes minutes. */
const quick: readonly string[] = ['SES2', 'OTP10', 'token-left-behind', 'code-left-out']
const details = (name: string) => ({ tag: quick.includes(name) ? [] : '@long' })

const checksOf = (claims: readonly string[]) => [...new Set(claims.map((claim) => claim.split('.')[0] ?? ''))]

/** Checks of what only a Depot does that renews its tokens. */
const renewing: readonly string[] = ['SES20']

/** Checks that find none of these faults, and could take something of a Depot for one. */
const others = ['PWD3']

for (const id of [...checksOf(Object.values(foundBy).flat()), ...others])
  test(`${id} accuses a product of nothing whose session is a token`, details(id), async ({ browser }) => {
    process.env.DEPOT_STORAGE = renewing.includes(id) ? 'memory' : ''
    const { verdict, reason, claims } = await judged(browser, id)
    process.env.DEPOT_STORAGE = ''
    expect(verdict, reason).toBe('passed')
    expect(claims.filter(({ verdict }) => verdict === 'failed')).toEqual([])
  })

for (const [fault, claims] of Object.entries(foundBy))
  test(`${fault} is found: ${faults[fault as Fault]}`, details(fault), async ({ browser }) => {
    process.env.DEPOT_STORAGE = storages[fault as Fault] ?? ''
    const failed: string[] = []
    for (const id of checksOf(claims)) {
      const outcome = await judged(browser, id, fault)
      failed.push(
        ...outcome.claims.filter(({ verdict }) => verdict === 'failed').map((one) => `${id}.${one.id}`),
      )
    }
    process.env.DEPOT_STORAGE = ''
    expect(failed.sort()).toEqual([...claims].sort())
  })

for (const id of ['PWD15', 'PWD17'])
  test(`${id} compares a password of 64 characters where none may be longer`, { tag: '@long' }, async ({
    browser,
  }) => {
    const { claims } = await judged(browser, id)
    const compared = claims.filter(({ id }) => id === 'last' || id === 'case')
    expect(compared.map(({ verdict }) => verdict)).toEqual(['passed', 'passed'])
  })

for (const [storage, header] of [
  ['sessionStorage', 'authorization'],
  ['localStorage', 'x-depot-token'],
] as const)
  test(`a token in ${storage}, sent as ${header}, is found, too`, { tag: '@long' }, async ({ browser }) => {
    process.env.DEPOT_STORAGE = storage
    process.env.DEPOT_HEADER = header
    for (const id of ['OTP2', 'SES1', 'SES2', 'SES5', 'SES14', 'OWN6', 'ADM1'])
      expect(await judged(browser, id), id).toMatchObject({ verdict: 'passed' })
    for (const [id, fault] of [
      ['SES2', 'logout-in-browser-only'],
      ['OTP2', 'codes-race'],
      ['ADM1', 'everybody-adds'],
    ] as const)
      expect(await judged(browser, id, fault), id).toMatchObject({ verdict: 'failed' })
    process.env.DEPOT_STORAGE = ''
    process.env.DEPOT_HEADER = ''
  })

for (const storage of ['memory', 'cookie'] as const)
  test(`a token in ${storage === 'cookie' ? 'a cookie that scripts read' : 'memory'} is renewed, and nobody is accused`, {
    tag: '@long',
  }, async ({ browser }) => {
    test.setTimeout(600_000)
    process.env.DEPOT_STORAGE = storage
    for (const id of [
      'SES1',
      'SES2',
      'SES4',
      'SES5',
      'SES12',
      'SES14',
      'SES16',
      'SES20',
      'LNK7',
      'PWD13',
      'OTP2',
      'ADM1',
    ]) {
      const { verdict, reason } = await judged(browser, id)
      expect(`${id} ${verdict}`, reason).toBe(`${id} passed`)
    }
    const { claims } = await judged(browser, 'SES3')
    expect(claims.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'name not-testable',
      'secure not-testable',
      `http-only ${storage === 'cookie' ? 'failed' : 'passed'}`,
      'same-site passed',
    ])
    process.env.DEPOT_STORAGE = ''
  })

/** What a check says of a Depot that was started for it. */
async function judged(browser: Browser, id: string, fault?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-depot-'))
  const started = await startDeployment(await loadProfile(config, folder), folder, fault)
  try {
    const target = await openTarget(started.address)
    const check = checksFor(target.packs).find((one) => one.id === id)
    if (!check) throw new Error(`There is no check ${id}.`)
    const bench = new Bench(browser, target, check)
    const error = await bench.prove().then(
      () => undefined,
      (error: unknown) => error,
    )
    await bench.close()
    return judgeCheck(bench.claims, error)
  } finally {
    await started.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
