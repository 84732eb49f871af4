import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const cancellingGoesUnsaid: Defect = {
  id: 'cancelling-goes-unsaid',
  title: 'Cancelling the question for a security key shows no error',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    return request.url.endsWith('/cancelled') ? changed(answer, { body: '{"message":""}' }) : answer
  },
  flows: [],
  checks: ['WA7', 'WA12'],
  fails: ['WA12'],
}
