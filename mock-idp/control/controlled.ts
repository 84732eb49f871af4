import { type MockIdp, type MockIdpOptions, startMockIdp } from '../index.ts'

/** Providers for the tests of the control API, with a way to call it; `stop` ends all of them. */
export function controlled() {
  const running: MockIdp[] = []

  async function start(options: MockIdpOptions) {
    const idp = await startMockIdp({ controlToken: 'the token', ...options })
    running.push(idp)
    const call = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const answer = await fetch(`${idp.url}/_control${path}`, {
        method,
        headers: { authorization: 'Bearer the token', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const said = await answer.text()
      return {
        status: answer.status,
        headers: answer.headers,
        body: said === '' ? undefined : JSON.parse(said),
      }
    }
    return { idp, call }
  }

  return { start, stop: async () => void (await Promise.all(running.splice(0).map((idp) => idp.close()))) }
}
