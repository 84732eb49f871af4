import type { Defect } from './defect.ts'
import { changed, fieldOf, isAt } from './tamper.ts'

const BLOCKED = /Logging in is blocked[^<]*/g

export const blockTellsRightPassword: Defect = {
  id: 'block-tells-right-password',
  title: 'Only a person with the right password sees that the account is blocked',
  tamper: (send) => {
    const right = new Map<string, string>()
    return async (request) => {
      if (request.method !== 'POST' || !isAt(request, '/log-in/password')) return send(request)
      const typed = (await fieldOf(request, 'password')) ?? ''
      const answer = await send(request)
      if (answer.status === 303) right.set(request.url, typed)
      if (answer.status !== 429 || typed === right.get(request.url)) return answer
      const body = (await answer.text()).replaceAll(BLOCKED, 'Wrong email or password')
      return changed(answer, { body, status: 422 })
    }
  },
  flows: [],
  checks: ['RATE1'],
  fails: ['RATE1.alike'],
}
