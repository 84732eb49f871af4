import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf } from './tamper.ts'

/** Whether the login of now is one that is counted by itself. */
let isByItself = false

/** @param finds answers whether a request makes its login one; `undefined` where it says nothing of that */
const watching =
  (finds: (request: Request) => Promise<boolean | undefined>) =>
  (send: Send): Send =>
  async (request) => {
    if (request.method === 'POST') isByItself = (await finds(request)) ?? isByItself
    return send(request)
  }

const aroundTheBlock = (
  claim: string,
  id: string,
  title: string,
  finds: (request: Request) => Promise<boolean | undefined>,
): Defect =>
  flaw(`RATE1.${claim}`, id, title, {
    tamper: watching(finds),
    rules: ({ limitAttempts }) => ({
      limitAttempts: (kind) =>
        isByItself ? { failures: Number.MAX_SAFE_INTEGER, forMs: 1 } : limitAttempts(kind),
    }),
  })

/** Wrong passwords are counted by something that the person who guesses can choose. */
export const waysAroundTheBlock: Defect[] = [
  aroundTheBlock(
    'capitals',
    'guesses-counted-by-writing',
    'Wrong passwords are counted for each writing of an address',
    async (request) => {
      const email = await fieldOf(request, 'email')
      return email === null ? undefined : email !== email.toLowerCase()
    },
  ),
  aroundTheBlock(
    'forwarded',
    'guesses-counted-by-sender',
    'Wrong passwords are counted for each sender that a header names',
    async ({ headers }) => headers.has('x-forwarded-for'),
  ),
]
