import { keptIn } from './kept.ts'

const { storage, header = 'authorization', fault = '' } = document.documentElement.dataset

/** What is wrong with this Depot. */
export const hasFault = (name: string) => fault === name

const TICKET = 'depot.ticket'

const kept = keptIn(storage)

export const token = () => kept.get() || undefined

/** Logged in: the ticket from after the password is not needed any more. */
export function keepToken(value: string): void {
  kept.set(value)
  sessionStorage.removeItem(TICKET)
}

export const forgetToken = () => {
  if (!hasFault('token-left-behind')) kept.set('')
}

export const ticket = () => sessionStorage.getItem(TICKET) ?? undefined
export const keepTicket = (value: string) => sessionStorage.setItem(TICKET, value)

/** What the API refuses, in its words. */
export class ApiError extends Error {}

/** Asks the API. @param as the token to send @throws ApiError */
export async function ask<Answer = Record<string, string>>(
  path: string,
  body?: object,
  { as, method = body ? 'POST' : 'GET' }: { as?: string | undefined; method?: string } = {},
): Promise<Answer> {
  let response = await send(path, method, body, as ?? token())
  const isOver = response?.status === 401 && as === undefined && !path.startsWith('log-in')
  if (isOver && (await renewToken())) response = await send(path, method, body, token())
  const answer = await response?.json().catch(() => undefined)
  if (response?.ok) return answer
  throw new ApiError(answer?.error ?? 'That did not work. Try once more.')
}

const send = (path: string, method: string, body?: object, as?: string) =>
  fetch(`/api/${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(as && { [header]: header === 'authorization' ? `Bearer ${as}` : as }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => undefined)

/** Gets another token where tokens are renewed; answers whether there is one. */
export async function renewToken(): Promise<boolean> {
  if (storage !== 'cookie' && storage !== 'memory') return false
  const response = await send('renewal', 'POST', {})
  const answer = await response?.json().catch(() => undefined)
  kept.set(response?.ok ? answer.token : '')
  return kept.get() !== ''
}
