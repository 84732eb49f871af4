const { storage, header = 'authorization', fault = '' } = document.documentElement.dataset

/** What is wrong with this Depot. */
export const hasFault = (name: string) => fault === name

const kept = storage === 'sessionStorage' ? sessionStorage : localStorage
const TOKEN = 'depot.token'
const TICKET = 'depot.ticket'

export const token = () => kept.getItem(TOKEN) ?? undefined

/** Logged in: the ticket from after the password is not needed any more. */
export function keepToken(value: string): void {
  kept.setItem(TOKEN, value)
  sessionStorage.removeItem(TICKET)
}

export const forgetToken = () => {
  if (!hasFault('token-left-behind')) kept.removeItem(TOKEN)
}

export const ticket = () => sessionStorage.getItem(TICKET) ?? undefined
export const keepTicket = (value: string) => sessionStorage.setItem(TICKET, value)

/** What the API refuses, in its words. */
export class ApiError extends Error {}

/** Asks the API. @param as the token to send @throws ApiError */
export async function ask<Answer = Record<string, string>>(
  path: string,
  body?: object,
  { as = token(), method = body ? 'POST' : 'GET' }: { as?: string | undefined; method?: string } = {},
): Promise<Answer> {
  const response = await fetch(`/api/${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(as && { [header]: header === 'authorization' ? `Bearer ${as}` : as }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => undefined)
  const answer = await response?.json().catch(() => undefined)
  if (response?.ok) return answer
  throw new ApiError(answer?.error ?? 'That did not work. Try once more.')
}
