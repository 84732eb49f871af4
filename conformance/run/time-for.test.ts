import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import type { Pack } from '../../machines/model/pack.ts'
import { timeFor } from './time-for.ts'

const [pack] = packs as readonly [Pack]
const patient = { patience: 20_000, capabilities: [] }
const event = { label: 'Click', at: 'screen' } as const

test('what is looked for may take all of the patience, and a click its time', () => {
  expect(timeFor(patient, pack, event)).toBe(60_000)
  expect(timeFor({ ...patient, patience: 100 }, pack, event)).toBe(10_000)
  expect(timeFor(patient, pack, { ...event, times: 3 })).toBe(180_000)
})

test('only where a code is needed, and no clock can be moved, the next one is waited for', () => {
  const withCode = { ...event, needs: ['authenticator-app'] } as const
  expect(timeFor(patient, pack, withCode)).toBe(90_000)
  expect(timeFor({ ...patient, capabilities: ['clock'] }, pack, withCode)).toBe(60_000)
})

test('a procedure takes the time of its events, with the codes that they need', () => {
  const flow = pack.flows.find(({ events }) =>
    Object.values(events).some(({ needs }) => needs?.includes('authenticator-app')),
  )
  const names = Object.entries(flow?.events ?? {}).map(([name, { needs }]) => ({ name, needs }))
  const code = names.find(({ needs }) => needs?.includes('authenticator-app'))?.name ?? ''
  const other = names.find(({ needs }) => !needs)?.name ?? ''
  const leg = { flow: flow?.id ?? '', events: [code, other] }
  expect(timeFor(patient, pack, { ...event, leg })).toBe(7 * 60_000 + 30_000)
})
