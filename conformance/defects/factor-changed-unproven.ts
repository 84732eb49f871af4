import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, isPage, sandboxOf, sendForm } from './tamper.ts'

/** Whether the request of now is taken as one after a fresh proof. */
let isTaken = false

const taking =
  (isIt: (request: Request) => boolean) =>
  (send: Send): Send =>
  (request) => {
    isTaken = isIt(request)
    return send(request)
  }

const removes = (request: Request) => isAt(request, '/account/remove')

const taken = (
  fails: string | string[],
  id: string,
  title: string,
  tamper: NonNullable<Defect['tamper']>,
): Defect =>
  flaw(fails, id, title, {
    tamper,
    rules: ({ isConfirmed, isFormForged }) => ({
      isConfirmed: (visit, now) => isTaken || isConfirmed(visit, now),
      isFormForged: (sent, own) => !(isTaken && sent === undefined) && isFormForged(sent, own),
    }),
  })

/** What is not offered without a fresh proof is done without one. */
export const factorsChangedUnproven: Defect[] = [
  taken(
    ['OTP7.unproven', 'OTP7.request'],
    'request-adds-a-factor-unproven',
    'The request that adds a factor needs no fresh proof',
    taking((request) => request.method === 'POST' && isAt(request, '/account/add')),
  ),
  taken(
    'OTP13.removed',
    'request-removes-a-factor-unproven',
    'The request that removes a factor needs no fresh proof',
    taking(removes),
  ),
  taken(
    'OTP13.removed',
    'factor-removed-unproven',
    'A factor is offered to be removed, and is removed, without a fresh proof',
    taking((request) => removes(request) || (request.method === 'GET' && isAt(request, '/account'))),
  ),
  taken(
    'OTP13.address',
    'factor-replaced-by-its-address',
    'The page that replaces an authenticator app opens by its address, without a fresh proof',
    (send) => async (request) => {
      isTaken = false
      const answer = await send(request)
      const isRefused = request.method === 'GET' && isAt(request, '/log-in/method') && !isPage(answer)
      const cookie = request.headers.get('cookie')
      if (!isRefused || !cookie) return answer
      isTaken = true
      await sendForm(send, `${sandboxOf(request)}/account/add`, cookie, {})
      isTaken = false
      return send(request)
    },
  ),
]
