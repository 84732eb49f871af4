import type { TestTenant } from './start-test-tenant.ts'

/** A fresh sandbox whose visitor is signed in with a role already. */
export async function signedIn(
  testTenant: TestTenant,
  given: 'administrator' | 'editor' | 'viewer' = 'administrator',
) {
  const made = await testTenant.sandbox({ given })
  if (made.session) made.visitor.cookies.set(made.session.name, made.session.value)
  return { ...made, domain: made.email.slice(made.email.indexOf('@') + 1) }
}
