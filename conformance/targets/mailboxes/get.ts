import type { HttpSetting } from './settings.ts'

/**
 * What a mail catcher answers below its address; `undefined` where there is nothing.
 * @throws when it does not answer, or with anything but success
 */
export async function get(
  { kind, url, user, password }: HttpSetting,
  path: string,
): Promise<Response | undefined> {
  const address = new URL(path, url.endsWith('/') ? url : `${url}/`)
  const login = user === undefined ? undefined : Buffer.from(`${user}:${password ?? ''}`).toString('base64')
  const response = await fetch(address, {
    headers: { accept: 'application/json, */*;q=0.5', ...(login && { authorization: `Basic ${login}` }) },
  }).catch((cause: unknown) => {
    throw new Error(`The mailbox (${kind}) at ${url} does not answer.`, { cause })
  })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`The mailbox (${kind}) answered ${response.status} at ${address}.`)
  return response
}

/** The same, as JSON. @throws when it is none */
export const getJson = async (setting: HttpSetting, path: string): Promise<unknown> =>
  (await get(setting, path))?.json()
