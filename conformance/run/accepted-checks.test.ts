import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { checksFor } from '../checks/index.ts'
import { flowsIn } from '../packs/pack-of.ts'
import { acceptancesOf } from '../targets/profile/accepted.ts'
import { proveAcceptedChecks, proveLeftOut } from './accepted-checks.ts'

const prove = (...names: string[]) =>
  proveAcceptedChecks(
    acceptancesOf(flowsIn(packs), Object.fromEntries(names.map((name) => [name, 'We know.']))),
    checksFor(packs),
    'p.ts',
  )

test('checks, claims, steps and transitions can be accepted', () => {
  expect(() => prove('SES3.name', 'log-in.4', 'log-in/password/password.wrong', 'SNK.log-in')).not.toThrow()
})

test.each([
  ['SES99', /accept\["SES99"\] is not known: name a check, such as "\w+", or one of its claims\.$/],
  ['SES3.nam', /accept\["SES3\.nam"\] is not known: SES3 claims name, /],
])('%s is one sentence with what there is', (name, sentence) => {
  expect(() => prove(name)).toThrow(sentence)
})

test('of a check with several claims, the accepted one is named, or what is seen', () => {
  expect(() => prove('SES3')).toThrow(
    /accept\["SES3"\] covers every claim of SES3: name the one that you mean, such as "SES3\.name"/,
  )
  const seen = acceptancesOf(flowsIn(packs), { SES3: { reason: 'We know.', seen: 'plain HTTP' } })
  expect(() => proveAcceptedChecks(seen, checksFor(packs), 'p.ts')).not.toThrow()
})

test('a check that is left out must exist', () => {
  expect(() => proveLeftOut({ LNK1: 'no links' }, checksFor(packs), 'p.ts')).not.toThrow()
  expect(() => proveLeftOut({ LNK99: 'no links' }, checksFor(packs), 'p.ts')).toThrow(
    'In the profile p.ts, leaveOut["LNK99"] is not known',
  )
})
