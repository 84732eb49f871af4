import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, isAt } from './tamper.ts'

const HOUR = 60 * 60 * 1000
const RESET = '/forgot'
const RESEND = '/forgot/resend'

/** Whether the request of now is one that the limit of mails forgets. */
let isForgotten = false

/** The limit of mails holds, but for some requests. */
const forgetful = (fails: string, id: string, title: string, tamper: (send: Send) => Send): Defect =>
  flaw(fails, id, title, {
    tamper,
    rules: ({ limitMails }) => ({
      limitMails: () => ({ ...limitMails(), ...(isForgotten && { most: Number.MAX_SAFE_INTEGER }) }),
    }),
  })

const isAsked = (request: Request) => request.method === 'POST' && isAt(request, RESET)

export const mailboxesAreFlooded: Defect[] = [
  flaw(
    ['RATE4.reset', 'RATE4.resent', 'RATE4.capitals', 'RATE4.at-once'],
    'mails-without-end',
    'As many mails are sent as are asked for',
    { rules: () => ({ limitMails: () => ({ most: Number.MAX_SAFE_INTEGER, inMs: 1 }) }) },
  ),
  flaw(
    'RATE4.later',
    'mails-end-for-good',
    'Who was sent the most mails in an hour is never sent one again',
    {
      rules: ({ limitMails }) => ({ limitMails: () => ({ ...limitMails(), inMs: 10_000 * HOUR }) }),
    },
  ),
  forgetful(
    'RATE4.resent',
    'resent-mails-have-no-limit',
    'Mails that are sent again have no limit',
    (send) => {
      return (request) => {
        isForgotten = isAt(request, RESEND)
        return send(request)
      }
    },
  ),
  forgetful(
    'RATE4.capitals',
    'mails-to-capitals-have-no-limit',
    'Mails to an address in capitals have no limit',
    (send) => async (request) => {
      const email = isAsked(request) ? ((await fieldOf(request, 'email')) ?? '') : ''
      isForgotten = email !== email.toLowerCase()
      return send(request)
    },
  ),
  forgetful(
    'RATE4.at-once',
    'mails-at-once-have-no-limit',
    'Mails that are asked for at the same time have no limit',
    (send) => {
      let underWay = 0
      return async (request) => {
        if (!isAsked(request)) return send(request)
        underWay += 1
        isForgotten = underWay > 1
        try {
          return await send(request)
        } finally {
          underWay -= 1
        }
      }
    },
  ),
]
