import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HTMLElement, parse } from 'node-html-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullResult } from '../fixtures/full-result.ts'
import type { CheckVerdict } from '../result.ts'
import { renderHtml } from './render-html.tsx'

const picture = join(mkdtempSync(join(tmpdir(), 'doorstep-report-')), 'seen.jpg')
writeFileSync(picture, 'a picture')

const result = fullResult(picture)
const failed = 'log-in/password/password.right[0]'
let html: string
let document: HTMLElement
const finding = (id: string) => document.querySelector(`details[id="${id}"]`)
const textOf = (element?: HTMLElement | null) => element?.textContent.replace(/\s+/g, ' ').trim()

beforeAll(async () => {
  html = await renderHtml(result, 'https://docs.example/doorstep/')
  document = parse(html)
})

test('says at the top whether the target conforms, when it was checked and at what cost', () => {
  const head = textOf(document.querySelector('header')) ?? ''
  expect(head).toContain('The bundled tenant does not conform')
  expect(head).toContain('2 January 2026')
  const { paths, steps, cost, lowerBound } = result.plan
  expect(head).toContain(
    `${paths} paths, ${steps} steps, cost ${cost}; no plan costs less than ${lowerBound}`,
  )
})

test('says how much of what was asked for was tried', () => {
  const { planned, run, leftOut } = result.summary.obligations
  expect(textOf(document.querySelector('header'))).toContain(`${run} of ${planned}, ${leftOut} left out`)
  expect(run + leftOut).toBe(planned)
  expect(leftOut).toBeGreaterThan(0)
})

test('shows a fault of Doorstep with its sentence and its stack', () => {
  const text = textOf(finding('SES1'))
  expect(text).toContain('This is a fault of Doorstep, not of the target: please report it.')
  expect(text).toContain('at judge.ts:12:3')
})

test('has every step, sentence, transition and check, each once and with its verdict', () => {
  for (const flow of result.flows) {
    const section = document.querySelector(`section[aria-labelledby="${flow.id}"]`)
    const steps = section?.querySelectorAll('.steps > li').map((step) => step.getAttribute('data-verdict'))
    expect(steps).toEqual([...flow.steps, ...flow.sentences].map(({ verdict }) => verdict))
    expect(
      section?.querySelectorAll('details').map((one) => [one.id, one.getAttribute('data-verdict')]),
    ).toEqual(flow.transitions.map(({ id, verdict }) => [`${flow.id}/${id}`, verdict]))
  }
  for (const { id, verdict } of result.checks) expect(finding(id)?.getAttribute('data-verdict')).toBe(verdict)
})

test('checks that have no verdict for one reason are one finding', async () => {
  const reason = 'The run was interrupted.'
  const checks = result.checks.map(
    ({ id, title, source, level }): CheckVerdict => ({
      id,
      title,
      source,
      level,
      claims: [],
      expected: [],
      observed: [],
      verdict: 'inconclusive',
      reason,
    }),
  )
  const page = parse(await renderHtml({ ...result, checks }, 'https://docs.example/doorstep/'))
  const told = page
    .querySelectorAll('section[aria-labelledby="findings"] > .findings > li')
    .filter((one) => textOf(one)?.includes(reason))
  expect(told).toHaveLength(1)
  expect(told[0]?.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual(
    checks.map(({ id }) => `#${id}`),
  )
})

test('the summary counts by flow and verdict', () => {
  const table = document.querySelector('table.summary')
  const columns = table?.querySelectorAll('thead th').map(textOf) ?? []
  const rows =
    table?.querySelectorAll('tbody tr').map((row) => row.querySelectorAll('th, td').map(textOf)) ?? []
  const cell = (row: number, column: string) => Number(rows[row]?.[columns.indexOf(column)])
  result.flows.forEach(({ transitions }, n) => {
    for (const verdict of ['passed', 'failed', 'blocked', 'not-testable', 'config-error'])
      expect(cell(n, verdict)).toBe(transitions.filter((one) => one.verdict === verdict).length)
  })
  expect(rows.at(-1)).toContain('Checks')
  expect(cell(rows.length - 1, 'failed')).toBe(1)
})

describe('what failed', () => {
  test('is open at first; what passed is not', () => {
    expect(finding(failed)?.hasAttribute('open')).toBe(true)
    expect(finding('log-in/mail/open-tenant-link')?.hasAttribute('open')).toBe(false)
  })

  test('shows what was expected and observed, and marks the difference', () => {
    const text = textOf(finding(failed))
    expect(text).toContain('The dashboard opens to <somebody> who is not signed in.')
    expect(html).not.toContain('<somebody>')
    expect(text).toContain('log-in.4: Enter the password and continue')
    expect(finding(failed)?.querySelectorAll('.differs').map(textOf)).toEqual([
      'no session, and the dashboard opens',
    ])
  })

  test('shows the wire: short at the target, whole elsewhere, names of fields', () => {
    const lines = finding(failed)?.querySelectorAll('.wire li').map(textOf) ?? []
    expect(lines[0]).toBe('POST/t/abc/log-in/passwordwith username, password30318 ms')
    expect(lines[1]).toContain('https://login.example/common/oauth2/v2.0/authorize?client_id=1234')
    expect(lines[1]).toContain('net::ERR_CONNECTION_REFUSED')
  })

  test('shows the picture, the command that repeats it, and the way to that moment in the simulator', () => {
    expect(finding(failed)?.querySelector('img')?.getAttribute('src')).toBe(
      `data:image/jpeg;base64,${Buffer.from('a picture').toString('base64')}`,
    )
    const { repeat, replay } = result.flows[1]?.transitions.find(({ id }) => `log-in/${id}` === failed) ?? {}
    expect(textOf(finding(failed)?.querySelector('pre'))).toBe(`<code>${repeat}</code>`)
    const [link] = finding(failed)?.querySelectorAll('a[href^=https]') ?? []
    expect(link?.getAttribute('href')).toBe(`https://docs.example/doorstep${replay}`)
  })

  test('names what it blocks, and what is blocked names it', () => {
    const blocked = finding('log-in/keepAccountSafe/choose.authenticator-app')
    expect(textOf(blocked)).toContain('password/password.right[0]')
    expect(textOf(finding(failed))).toContain('keepAccountSafe/choose.authenticator-app')
  })
})

test('what is accepted is listed apart from the findings, the most serious first', () => {
  const verdictsIn = (id: string) =>
    document
      .querySelectorAll(`section[aria-labelledby="${id}"] .findings > li`)
      .map((one) => one.getAttribute('data-verdict'))
  expect(verdictsIn('faults')).toEqual(['harness-error'])
  expect(verdictsIn('findings')).toEqual(['failed', 'failed', 'config-error', 'inconclusive'])
  expect(verdictsIn('accepted')).toEqual(['accepted'])
})

test('every link within the report leads somewhere', () => {
  const ids = new Set(document.querySelectorAll('[id]').map(({ id }) => id))
  const targets = document
    .querySelectorAll('a[href^="#"], use')
    .map((link) => link.getAttribute('href') ?? '')
  expect(targets.length).toBeGreaterThan(100)
  expect(targets.filter((href) => !ids.has(decodeURIComponent(href.slice(1))))).toEqual([])
  expect(document.querySelectorAll('[id]')).toHaveLength(ids.size)
})

test('says at the end what was not reached and why, and which gaps were touched', () => {
  const end = textOf(document.querySelector('section[aria-labelledby="unreached"]'))
  expect(end).toContain('log-in/addingKey/key.cancelled')
  expect(end).toContain('security-key')
  expect(end).toContain('Covered by log-in.5')
  expect(end).toContain('Onboarding')
  expect(end).toContain('No procedure for a later login')
  expect(end).not.toContain('The security key is explained for another product')
})

test('a picture that is gone is said to be gone', async () => {
  const gone = parse(await renderHtml(fullResult('/no/such.jpg'), 'http://localhost:4321'))
  expect(gone.querySelector('figure')?.textContent).toContain('The picture is not there any more.')
})
