import { NotThere } from '../../session/find.ts'
import { openFromProtectedPage } from '../bench/administration.ts'
import type { Person } from '../bench/person.ts'

/** Whether somebody who is logged in gets to the form that adds users, as an Administrator does. */
export async function getsToAdding(person: Person): Promise<boolean> {
  const { open, startAdding, add } = person.role('administration')
  try {
    await openFromProtectedPage(person, [...open, startAdding])
  } catch (error) {
    if (error instanceof NotThere) return false
    throw error
  }
  return person.isAt(add('').screen)
}
