import { z } from 'zod'

const address = z.email().max(254)

/** Log-in.3: answers the address as accounts are kept by, or what is wrong with it. */
export function readEmail(typed: string): { email: string } | { wrong: string } {
  const email = typed.trim().toLowerCase()
  if (email === '') return { wrong: 'Please enter an email address' }
  return address.safeParse(email).success
    ? { email }
    : { wrong: 'Please enter an email address like name@example.com' }
}
