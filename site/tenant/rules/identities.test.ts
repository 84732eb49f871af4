import { expect, it } from 'vitest'
import { checkTenant, mayLinkIdentity, trustedEmail } from './identities.ts'

it('a person of Entra is directory and object', () => {
  const tid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
  const iss = `https://login.example.com/${tid}/v2.0`
  expect(checkTenant({ iss, tid, oid: 'x' }, tid)).toBe(`${tid}/x`)
  expect(checkTenant({ iss, tid, oid: 'x' }, null)).toBe(`${tid}/x`)
  expect(checkTenant({ iss, tid, oid: 'x' }, 'another')).toBeUndefined()
  expect(checkTenant({ iss, tid: 'another', oid: 'x' }, tid)).toBeUndefined()
  expect(checkTenant({ iss, tid }, tid)).toBeUndefined()
})

it('an e-mail address counts only where the provider has verified it', () => {
  const email = 'Someone@example.com'
  expect(trustedEmail({ email, email_verified: true }, 'openid-connect')).toBe('someone@example.com')
  expect(trustedEmail({ email }, 'openid-connect')).toBeUndefined()
  expect(trustedEmail({ email, email_verified: 'true' }, 'openid-connect')).toBeUndefined()
})

it('of Entra the sign-in name counts, and the address only with a confirmed domain', () => {
  const email = 'Someone@example.com'
  const preferred_username = 'name@example.com'
  expect(trustedEmail({ email, preferred_username }, 'entra-id')).toBe('name@example.com')
  expect(trustedEmail({ email, preferred_username, xms_edov: true }, 'entra-id')).toBe('someone@example.com')
})

it('an account is linked once', () => {
  expect(mayLinkIdentity({ linked: false })).toBe(true)
  expect(mayLinkIdentity({ linked: true })).toBe(false)
})
