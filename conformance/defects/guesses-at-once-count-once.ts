import { flaw } from './flaw.ts'
import { changed, isAt, sandboxOf } from './tamper.ts'

export const guessesAtOnceCountOnce = flaw(
  'RATE1.at-once',
  'guesses-at-once-count-once',
  'Passwords that are sent at the same time count as one',
  {
    tamper: (send) => {
      const underWay = new Map<string, Promise<Response>>()
      return async (request) => {
        if (request.method !== 'POST' || !isAt(request, '/log-in/password')) return send(request)
        const sandbox = sandboxOf(request)
        const first = underWay.get(sandbox)
        if (first) return changed((await first).clone(), {})
        const answer = send(request).finally(() => underWay.delete(sandbox))
        underWay.set(sandbox, answer)
        return (await answer).clone()
      }
    },
  },
)
