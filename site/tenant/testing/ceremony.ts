import type { Visitor } from './visitor.ts'

interface CeremonyOptions {
  challenge: string
  rp?: { id: string }
  rpId?: string
  allowCredentials?: { id: string }[]
}

/** What the server asks a security key at a step of the login. */
export async function optionsOf(visitor: Visitor, step: string): Promise<CeremonyOptions> {
  return (await visitor.postJson(`${step}/options`)).json() as Promise<CeremonyOptions>
}

/** Sends a security key's answer, and tells the verdict. */
export async function send(visitor: Visitor, step: string, body: unknown) {
  const response = await visitor.postJson(step, body)
  return { status: response.status, ...((await response.json()) as { next?: string; message?: string }) }
}
