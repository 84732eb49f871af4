import type { Defect } from './defect.ts'

/** What a tenant of this defect remembers: whether somebody has been blocked. */
let wasBlocked = false

export const blockOpensTheAccount: Defect = {
  id: 'block-opens-the-account',
  title: 'After a block the password alone logs in',
  rules({ requireSecondFactor }) {
    wasBlocked = false
    return { requireSecondFactor: (enrolled) => (wasBlocked ? 'in' : requireSecondFactor(enrolled)) }
  },
  tamper: (send) => async (request) => {
    const answer = await send(request)
    wasBlocked ||= answer.status === 429
    return answer
  },
  flows: [],
  checks: ['RATE2'],
  fails: ['RATE2.further'],
}
