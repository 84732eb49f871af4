import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { checksFor } from './index.ts'

/** Words that lean on a sentence before. A claim is read alone: in a finding, in a baseline, in the reason of an acceptance. */
const leaning = /^(?:and|nor|neither|so|it|its|they|them|none of them|each has|each is)\b/

test('each claim is a sentence of its own', () => {
  const claims = checksFor(packs).flatMap(({ id, claims }) =>
    Object.entries(claims).map(([name, statement]) => `${id}.${name} ${statement}`),
  )
  expect(claims.filter((claim) => leaning.test(claim.replace(/^\S+ /, '')))).toEqual([])
})
