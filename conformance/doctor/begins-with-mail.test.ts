import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { flowIn } from '../packs/pack-of.ts'
import { beginsWithMail } from './begins-with-mail.ts'

test.each([
  ['activate-account', 'invited', true],
  ['log-in-sso', 'signed-out', true],
  ['log-in-sso', 'not-added', false],
])('%s, %s: %s', (flow, given, expected) => {
  expect(beginsWithMail(flowIn(packs, flow), given)).toBe(expected)
})
