import { describe, expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { begin, reach, walk } from '../../../machines/model/walk.ts'
import { readCeremony } from '../../wire/ceremony.ts'
import { expectedFor } from '../../wire/expected.ts'
import type { Message } from '../../wire/message.ts'
import { tokensOf } from '../../wire/read-exchange.ts'
import { readToken } from '../../wire/token.ts'
import { happenedAlong } from '../model/happened.ts'
import { ModelWire } from './model-messages.ts'
import { alignedRows, forkOf, inShort, sideOf } from './two-walks.ts'

const [pack] = packs
if (!pack) throw new Error('There is no pack.')
const at = 1_700_000_000_000

async function messagesOf(id: string, given: string, events: string[], wire = new ModelWire(at)) {
  const flow = flowOf(pack as NonNullable<typeof pack>, id)
  const happened = happenedAlong(
    pack as NonNullable<typeof pack>,
    flow,
    walk(flow, given, events),
    `${id}:${given}`,
  )
  expect(happened).toHaveLength(events.length)
  return wire.messages({
    pack: pack as NonNullable<typeof pack>,
    happened,
    typed: new Map(),
    secret: 'JBSWY3DPEHPK3PXP',
    mails: {},
  })
}

const arrows = (messages: readonly Message[]) =>
  messages.map(({ from, to, title }) => `${from} → ${to}: ${title}`)

test('single sign-on: the token that comes back is signed, and all of it holds', async () => {
  const messages = await messagesOf('log-in-sso', 'signed-out', [
    'open-access',
    'log-in',
    'email.registered',
    'provider.right',
  ])
  expect(
    arrows(messages)
      .filter((one) => !one.startsWith('person'))
      .slice(-7),
  ).toEqual([
    'browser → product: Redirect to the provider',
    'product → provider: Discovery document',
    'browser → provider: Authorization request',
    'browser → provider: Form',
    'browser → product: Authorization response',
    'product → provider: Token request',
    'product → provider: Signing keys',
  ])
  const exchanges = messages.flatMap(({ exchange }) => exchange ?? [])
  const [sent] = exchanges.flatMap((exchange) => tokensOf(exchange).map(({ token }) => ({ token, exchange })))
  const read = sent && (await readToken(sent.token, expectedFor(sent.exchange, exchanges)))
  if (!read || 'wrong' in read) throw new Error('There is no token.')
  expect(
    [read.signature, ...read.claims.map(({ check }) => check)].filter(
      (check) => check && check.result !== 'holds',
    ),
  ).toEqual([])
})

test('a person who is signed in at the provider is not asked, and the wire says the same besides', async () => {
  const messages = await messagesOf('log-in-sso', 'signed-in', ['open-access', 'log-in', 'email.registered'])
  expect(arrows(messages).slice(-4)).toEqual([
    'browser → provider: Authorization request',
    'browser → product: Authorization response',
    'product → provider: Token request',
    'product → provider: Signing keys',
  ])
})

test('who cancels at the provider brings back a refusal, and no code is exchanged', async () => {
  const messages = await messagesOf('log-in-sso', 'signed-out', [
    'open-access',
    'log-in',
    'email.registered',
    'provider.cancelled',
  ])
  expect(arrows(messages).at(-1)).toBe('browser → product: Error from the provider')
})

test('a security key makes its key, then signs with it', async () => {
  const events = ['open-tenant-link', 'log-in', 'email.registered', 'password.right']
  const messages = await messagesOf('log-in', 'activated', [...events, 'choose.security-key', 'key.touched'])
  const exchanges = messages.flatMap(({ exchange }) => exchange ?? [])
  const last = exchanges.at(-1)
  if (!last) throw new Error('Nothing was sent.')
  const read = await readCeremony(last, exchanges.slice(0, -1))
  if ('wrong' in read) throw new Error(read.wrong)
  expect(
    [...read.clientData, ...read.authenticator].filter(({ check }) => check && check.result !== 'holds'),
  ).toEqual([])
  expect(arrows(await messagesOf('log-in', 'security-key', [...events, 'key.touched'])).slice(-3)).toEqual([
    'browser → authenticator: Sign the challenge',
    'authenticator → browser: A signature',
    'browser → product: Signature of the key',
  ])
})

test('what was made once stays the same while the walk grows', async () => {
  const wire = new ModelWire(at)
  const events = ['open-access', 'log-in', 'email.registered', 'provider.right']
  const shorter = await messagesOf('log-in-sso', 'signed-out', events.slice(0, 3), wire)
  const longer = await messagesOf('log-in-sso', 'signed-out', events, wire)
  expect(longer.slice(0, shorter.length)).toEqual(shorter)
})

describe('two walks', () => {
  test('the right and the wrong password differ on screen and on the wire', async () => {
    const flow = flowOf(pack, 'log-in')
    const moments = walk(flow, 'activated', [
      'open-tenant-link',
      'log-in',
      'email.registered',
      'password.wrong',
    ])
    const fork = forkOf(flow, moments)
    expect(fork.taken).toBe('password.wrong')
    const of = { pack, flow, given: 'activated', moments: fork.moments, mails: {} }
    const [wrong, right] = await Promise.all(
      ['password.wrong', 'password.right'].map((event) => sideOf(of, event, new ModelWire(at))),
    )
    if (!wrong || !right) throw new Error('A side is missing.')
    expect([wrong.message, right.message]).toEqual(['Wrong email or password', undefined])
    const rows = alignedRows(wrong.messages, right.messages)
    expect(rows.map(({ title, isSame }) => [title, isSame])).toEqual([
      ['What the person does', false],
      ['Form with a password', false],
    ])
    const [did] = rows
    expect(did?.sides.map((side) => side && inShort(side))).toEqual([
      'Enter a wrong password: Password: •••••• (wrong)',
      'Enter the right password: Password: •••••• (right)',
    ])
  })

  test('what differs is marked, and only that', async () => {
    const flow = flowOf(pack, 'log-in')
    const moments = walk(flow, 'activated', ['open-tenant-link', 'log-in', 'email.registered'])
    const of = { pack, flow, given: 'activated', moments, mails: {} }
    const sides = await Promise.all(
      ['password.wrong', 'password.wrong'].map((event) => sideOf(of, event, new ModelWire(at))),
    )
    const [one, other] = sides
    if (!one || !other) throw new Error('A side is missing.')
    for (const {
      isSame,
      sides: [a, b],
    } of alignedRows(one.messages, other.messages))
      expect([isSame, a && inShort(a)]).toEqual([true, b && inShort(b)])
    const right = await sideOf(of, 'password.right', new ModelWire(at))
    for (const {
      isSame,
      sides: [a, b],
    } of alignedRows(one.messages, right?.messages ?? []))
      expect((a && inShort(a)) === (b && inShort(b))).toBe(isSame)
  })
})

test('every transition of every flow has messages, and none fails', async () => {
  for (const pack of packs)
    for (const flow of pack.flows)
      for (const given of Object.keys(flow.givens))
        for (const { events } of reach(flow, begin(flow, given)).slice(0, 12)) {
          const happened = happenedAlong(pack, flow, walk(flow, given, events), `${flow.id}:${given}`)
          const messages = await new ModelWire(at).messages({
            pack,
            happened,
            typed: new Map(),
            secret: undefined,
            mails: {},
          })
          expect(new Set(messages.map(({ id }) => id)).size, `${flow.id} ${events.join()}`).toBe(
            messages.length,
          )
        }
}, 60_000)
