import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, sandboxOf } from './tamper.ts'

const isGuess = (request: Request) => request.method === 'POST' && isAt(request, '/log-in/password')

const isCode = (request: Request) => request.method === 'POST' && isAt(request, '/log-in/verify')

/** A guess that comes while another one is looked at gets that one's answer. */
function countingOnce(send: Send, isGuess: (request: Request) => boolean): Send {
  const underWay = new Map<string, Promise<Response>>()
  return async (request) => {
    if (!isGuess(request)) return send(request)
    const sandbox = sandboxOf(request)
    const first = underWay.get(sandbox)
    if (first) return changed((await first).clone(), {})
    const answer = send(request).finally(() => underWay.delete(sandbox))
    underWay.set(sandbox, answer)
    return (await answer).clone()
  }
}

/** The guesses of one session are looked at one after the other, as they are where a session is locked while it is answered. */
function oneAtATime(send: Send): Send {
  const last = new Map<string, Promise<unknown>>()
  return (request) => {
    if (!isGuess(request)) return send(request)
    const session = request.headers.get('cookie') ?? ''
    const answer = (last.get(session) ?? Promise.resolve()).then(() => send(request))
    last.set(
      session,
      answer.catch(() => undefined),
    )
    return answer
  }
}

export const guessesAtOnce = [
  flaw(
    'RATE1.at-once',
    'guesses-at-once-count-once',
    'Passwords that are sent at the same time count as one',
    { tamper: (send) => countingOnce(send, isGuess) },
  ),
  flaw(
    'RATE1.at-once',
    'guesses-of-several-sessions-count-once',
    'Passwords that several sessions send at the same time count as one',
    { tamper: (send) => oneAtATime(countingOnce(send, isGuess)) },
  ),
  flaw('OTP4.at-once', 'codes-at-once-count-once', 'Codes that are sent at the same time count as one', {
    tamper: (send) => countingOnce(send, isCode),
  }),
]
