import { z } from 'zod'
import type { Provider } from '../target.ts'
import type { MockProvider } from './address.ts'

export const wantedPerson = z.object({
  email: z.string(),
  /** Whether the person has consented to the deployment's application before. */
  consented: z.boolean(),
})

const person = z.object({
  password: z.string(),
  /** Signs the person in at the provider, once. */
  signInUrl: z.string(),
})
export type Person = z.infer<typeof person>

/** The bundled provider for one arrangement: with an account of its own for the person with this address. */
export async function providerFor(known: MockProvider, email: string, consented: boolean): Promise<Provider> {
  const { peopleUrl, issuer: _, ...provider } = known
  const response = await fetch(peopleUrl, {
    method: 'POST',
    body: JSON.stringify({ email, consented } satisfies z.infer<typeof wantedPerson>),
    headers: { 'content-type': 'application/json' },
  })
  if (!response.ok)
    throw new Error(`The bundled provider answered ${response.status} for an account of ${email}.`)
  const { password, signInUrl } = person.parse(await response.json())
  return {
    ...provider,
    user: { name: email, password },
    async signIn(context) {
      const page = await context.newPage()
      await page.goto(signInUrl)
      await page.close()
    },
  }
}
