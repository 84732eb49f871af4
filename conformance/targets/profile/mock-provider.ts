import { z } from 'zod'
import type { Provider } from '../target.ts'
import type { MockProvider } from './address.ts'

export const wantedAccount = z.object({
  email: z.string(),
  /** Whether the person has consented to the deployment's application before. */
  consented: z.boolean(),
})

const providerAccount = z.object({
  password: z.string(),
  /** Has an account there too, and is not added to the deployment. */
  stranger: z.object({ name: z.string(), password: z.string() }),
  /** Signs the person in at the provider, once. */
  signInUrl: z.string(),
})
export type ProviderAccount = z.infer<typeof providerAccount>

/** A misbehaviour by its name in mock-idp/README.md; without one the provider behaves again. */
export const misbehaving = z.object({ misbehaviour: z.string().optional() })

/** The bundled provider for one arrangement: with a new account for the person with this address. */
export async function providerFor(known: MockProvider, email: string, consented: boolean): Promise<Provider> {
  const { peopleUrl, issuer: _, ...provider } = known
  const asked = await tell(peopleUrl, 'POST', { email, consented } satisfies z.infer<typeof wantedAccount>)
  const { password, stranger, signInUrl } = providerAccount.parse(await asked.json())
  return {
    ...provider,
    user: { name: email, password },
    stranger,
    async signIn(context) {
      const page = await context.newPage()
      await page.goto(signInUrl)
      await page.close()
    },
    async wasAsked(endpoint) {
      const paths = z.array(z.string()).parse(await (await fetch(`${peopleUrl}/asked`)).json())
      return paths.some((path) => path.endsWith(`/${endpoint}`))
    },
    async misbehave(misbehaviour) {
      await tell(`${peopleUrl}/misbehaviour`, 'PUT', { misbehaviour } satisfies z.infer<typeof misbehaving>)
    },
  }
}

async function tell(url: string, method: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method, body: JSON.stringify(body), headers })
  if (response.ok) return response
  throw new Error(`The bundled provider answered ${response.status} to ${method} ${JSON.stringify(body)}.`)
}
