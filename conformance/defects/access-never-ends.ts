import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt } from './tamper.ts'

/** Whether the request of now begins a login. */
let isEntrance = false

/** Access that is granted until a day does not end as it should. */
export const accessNeverEnds: Defect[] = [
  flaw('SES21.again', 'access-never-ends', 'Access that is granted until a day goes on after it', {
    rules: () => ({ isAccessOver: () => false }),
  }),
  flaw(
    'SES21.ended',
    'session-outlives-the-access',
    'A session goes on after the day until which access was granted',
    {
      tamper: (send) => (request) => {
        isEntrance = isAt(request, '/log-in/email')
        return send(request)
      },
      rules: ({ isAccessOver }) => ({
        isAccessOver: (account, now) => isEntrance && isAccessOver(account, now),
      }),
    },
  ),
]
