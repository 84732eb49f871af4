import type { Browser } from '@playwright/test'
import { expect, test } from 'vitest'
import type { Target } from '../../targets/target.ts'
import { defineCheck } from '../check.ts'
import { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'
import { Rejections, rejectionClaims } from './rejections.ts'

const check = defineCheck({
  id: 'TST1',
  title: 'Something is refused',
  source: 'the test',
  level: 'MUST',
  roles: [],
  needs: [],
  claims: { one: 'one is refused', other: 'another is refused', ...rejectionClaims },
  prove: async () => {},
})

/** A bench where nobody opens a browser. */
const bench = () =>
  new Bench({} as Browser, { name: 'a target', packs: [], patience: 1_000 } as unknown as Target, check)

const honest = (works: boolean, afresh = works) => ({
  of: 'the right one',
  works: async () => works,
  afresh: async () => afresh,
})

const verdicts = ({ claims }: Bench) =>
  Object.fromEntries(claims.all().map(({ id, verdict }) => [id, verdict]))

test('where nothing is refused, there is no error to be shown', async () => {
  const at = bench()
  const rejections = new Rejections(at)
  for (const claim of ['one', 'other'])
    rejections.prove({ claim, of: 'it', error: undefined, accepted: true })
  await rejections.control(honest(true))
  expect(verdicts(at)).toEqual({ one: 'failed', other: 'failed', says: 'not-testable', recovers: 'passed' })
})

test('behind what was accepted the form may be gone: nothing is said of going on', async () => {
  const gone = { ...honest(true), works: () => Promise.reject(new Unproven('There is no form.')) }
  const at = bench()
  const rejections = new Rejections(at)
  rejections.prove({ claim: 'one', of: 'it', error: undefined, accepted: true })
  rejections.prove({ claim: 'other', of: 'it', error: 'No' })
  await rejections.control(gone)
  expect(verdicts(at)).toEqual({ one: 'failed', other: 'passed', says: 'passed', recovers: 'not-testable' })

  const refusedAlone = new Rejections(bench())
  refusedAlone.prove({ claim: 'one', of: 'it', error: 'No' })
  await expect(refusedAlone.control(gone)).rejects.toThrow('There is no form.')
})

test('what is refused in silence proves nothing of an error, whatever else is accepted', async () => {
  const at = bench()
  const rejections = new Rejections(at)
  rejections.prove({ claim: 'one', of: 'it', error: undefined })
  rejections.prove({ claim: 'other', of: 'it', error: undefined, accepted: true })
  await rejections.control(honest(true))
  expect(verdicts(at)).toEqual({ one: 'passed', other: 'failed', says: 'inconclusive', recovers: 'passed' })
})

test('where the profile says that nothing is said, silence is no gap: the control proves the refusal', async () => {
  const at = bench()
  const rejections = new Rejections(at)
  rejections.prove({ claim: 'one', of: 'it', error: undefined, silent: 'people see the home page' })
  rejections.prove({ claim: 'other', of: 'it', error: undefined, silent: 'people see the home page' })
  await rejections.control(honest(true))
  expect(verdicts(at)).toEqual({ one: 'passed', other: 'passed', says: 'not-testable', recovers: 'passed' })
})

test('a refusal proves nothing where the honest attempt is refused as well, even afresh', async () => {
  const at = bench()
  const rejections = new Rejections(at)
  for (const claim of ['one', 'other']) rejections.prove({ claim, of: 'it', error: 'No' })
  await rejections.control(honest(false))
  expect(verdicts(at)).toEqual({
    one: 'inconclusive',
    other: 'inconclusive',
    says: 'passed',
    recovers: 'inconclusive',
  })
})

test('where it works afresh alone, the refusal is proven, and what it broke is a fault', async () => {
  const at = bench()
  const rejections = new Rejections(at)
  rejections.prove({ claim: 'one', of: 'it', error: 'No' })
  await rejections.control(honest(false, true))
  expect(verdicts(at)).toMatchObject({ one: 'passed', recovers: 'failed' })
})
