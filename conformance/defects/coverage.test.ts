import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { checksFor } from '../checks/index.ts'
import { defects } from './index.ts'

/** Checks that no defect of the bundled tenant can fail: why, and where they are seen to fail. */
const shownElsewhere: Readonly<Record<string, string>> = {
  SES20: 'the session of the tenant is a cookie; conformance/targets/depot renews a token',
  PWD10: 'the tenant demands no kinds of characters; conformance/checks/one-form has a deployment that does',
  PWD11: 'as PWD10',
  PWD12: 'as PWD10',
  OTP8: 'the tenant has no recovery codes; conformance/checks/one-form has a deployment with some',
  OWN1: 'no rule decides whose password a form sets; conformance/checks/one-form has a deployment that can be wrong',
  OWN3: 'as OWN1',
  CFG4: 'a sandbox has no field for a domain; conformance/checks/sso-configuration/cfg4.spec.ts adds one',
}

/** The same check of each flow: where one of them fails as it should, so would the others. */
const kindOf = (id: string) => /^(SNK|FLT)\./.exec(id)?.[1] ?? id

const checkOf = (id: string) => id.split('.')[0] ?? ''

const checks = checksFor(packs)
const kinds = [...new Set(checks.map(({ id }) => kindOf(id)))]
const failed = new Set(defects.flatMap(({ fails }) => fails.map((id) => kindOf(checkOf(id)))))

test.each(kinds)('%s is failed by a defect, or elsewhere for a written reason', (kind) => {
  expect(failed.has(kind) || kind in shownElsewhere).toBe(true)
})

test('no reason is given for a check that a defect fails, or that does not exist', () => {
  expect(Object.keys(shownElsewhere).filter((id) => failed.has(id) || !kinds.includes(id))).toEqual([])
})
