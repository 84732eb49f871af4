import type { World } from './start-world.ts'

/** A fresh sandbox whose visitor is signed in with a role already. */
export async function signedIn(world: World, given: 'administrator' | 'editor' | 'viewer' = 'administrator') {
  const made = await world.sandbox({ given })
  if (made.session) made.visitor.cookies.set(made.session.name, made.session.value)
  return { ...made, domain: made.email.slice(made.email.indexOf('@') + 1) }
}
