import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { roleHere, whyNoRole } from './role-here.ts'

const without = (...flows: string[]) => ({
  packs,
  cannotWalk: (flow: string) => (flows.includes(flow) ? 'The profile does not list it.' : undefined),
})

test('a role is there without the parts that a product may lack', () => {
  const all = roleHere(without(), 'ssoSettings')
  expect(all?.entra).toBeDefined()
  const some = roleHere(without('configure-sso-entra', 'register-entra-app'), 'ssoSettings')
  expect(some?.entra).toBeUndefined()
  expect(some?.openIdConnect).toBe(all?.openIdConnect)
})

test('what it needs is named where a product lacks it', () => {
  expect(whyNoRole(without(), 'ssoSettings')).toBeUndefined()
  expect(whyNoRole(without('configure-sso-entra', 'register-entra-app'), 'ssoSettings')).toBeUndefined()
  const lacking = without('configure-sso-oidc', 'configure-sso-entra', 'register-entra-app', 'onboarding')
  expect(roleHere(lacking, 'ssoSettings')).toBeUndefined()
  expect(whyNoRole(lacking, 'ssoSettings')).toMatch(
    /^This needs the settings of single sign-on, and so the screen “/,
  )
})
