const OF_THE_SENDER = ['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip']

/** Headers by which a proxy says from where a request came. Anybody can send them. */
export const sentFrom = (address: string): Record<string, string> =>
  Object.fromEntries(OF_THE_SENDER.map((name) => [name, address]))

const OF_THE_PERSON = [
  ...['remote-user', 'x-remote-user', 'x-forwarded-user', 'x-forwarded-email', 'x-user', 'x-user-email'],
  ...['x-auth-request-user', 'x-auth-request-email', 'x-webauth-user', 'x-authenticated-user'],
]

/** Headers by which a proxy says who has logged in there. */
export const sentBy = (email: string): Record<string, string> =>
  Object.fromEntries(OF_THE_PERSON.map((name) => [name, email]))
