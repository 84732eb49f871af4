import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, sandboxOf } from './tamper.ts'

type Change = (answer: Response) => Promise<Response> | Response

/** The answer to an address that has no account differs in one small thing. */
const hint = (fails: string | string[], path: string, id: string, title: string, change: Change): Defect =>
  flaw(fails, id, title, {
    tamper: (send) => async (request) => {
      const isSent = request.method === 'POST' && isAt(request, path)
      const isUnknown = isSent && (await fieldOf(request, 'email'))?.includes('nobody')
      const answer = await send(request)
      return isUnknown ? change(answer) : answer
    },
  })

const withHeader = (name: string, value: string) => (answer: Response) =>
  changed(answer, { headers: (headers) => headers.append(name, value) })

const LOGIN = '/log-in/email'
const RESET = '/forgot'

const saying = (message: string) =>
  new Response(`<main><h1>Check Your Email</h1><p role="alert">${message}</p></main>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })

const MOST_MAILS = 5

/** An address is said as it is stored, and where there is no account as it was typed. */
const typedShown = (fails: string, path: string, id: string, page: string): Defect =>
  flaw(fails, id, `${page} shows an unknown address in the capitals in which it was typed`, {
    tamper: (send) => {
      const typed = new Map<string, string>()
      return async (request) => {
        const sandbox = sandboxOf(request)
        const isSent = request.method === 'POST' && isAt(request, path)
        if (isSent) typed.set(sandbox, (await fieldOf(request, 'email')) ?? '')
        const answer = await send(request)
        const email = typed.get(sandbox) ?? ''
        if (!email.toLowerCase().includes('nobody') || !isPage(answer)) return answer
        return changed(answer, { body: (await answer.text()).replaceAll(email.toLowerCase(), email) })
      }
    },
  })

export const hintsAtAnAddress: Defect[] = [
  hint(
    ['ENU1.alike', 'ENU1.invited'],
    LOGIN,
    'header-tells-address',
    'A header of the answer says that an address is unknown',
    withHeader('x-account', 'none'),
  ),
  hint(
    ['ENU1.alike', 'ENU1.invited'],
    LOGIN,
    'cookie-tells-address',
    'A cookie is set for an unknown address alone',
    withHeader('set-cookie', 'new-here=1; path=/'),
  ),
  hint(
    ['ENU3.alike', 'ENU3.invited', 'ENU3.often'],
    RESET,
    'header-tells-address-at-reset',
    'A header of the answer to a reset says that an address is unknown',
    withHeader('x-account', 'none'),
  ),
  flaw(
    ['ENU1.alike', 'ENU1.invited'],
    'markup-tells-address',
    'The form that follows an unknown address has another attribute',
    {
      tamper: (send) => {
        let isNext = false
        return async (request) => {
          const email = request.method === 'POST' && isAt(request, LOGIN) && (await fieldOf(request, 'email'))
          const answer = await send(request)
          if (email) isNext = email.includes('nobody')
          if (!isNext || !isPage(answer)) return answer
          isNext = false
          return changed(answer, { body: (await answer.text()).replace('<form', '<form data-known="no"') })
        }
      },
    },
  ),
  typedShown('ENU1.capitals', LOGIN, 'capitals-tell-address', 'The page for the password'),
  typedShown('ENU3.capitals', RESET, 'capitals-tell-address-at-reset', 'The page after a reset'),
  flaw('ENU3.resent', 'resending-tells-address', 'Resending a reset mail says that nobody has the address', {
    tamper: (send) => {
      const typed = new Map<string, string>()
      return async (request) => {
        const sandbox = sandboxOf(request)
        const isSent = request.method === 'POST' && isAt(request, RESET)
        if (isSent) typed.set(sandbox, (await fieldOf(request, 'email')) ?? '')
        const isAgain = isAt(request, '/forgot/resend') && typed.get(sandbox)?.includes('nobody')
        return isAgain ? saying('There is nobody to send it to') : send(request)
      }
    },
  }),
  flaw('ENU3.often', 'limit-of-mails-tells-address', 'Only mails that are sent count against their limit', {
    tamper: (send) => {
      const asked = new Map<string, number>()
      return async (request) => {
        const isSent = request.method === 'POST' && isAt(request, RESET)
        const email = isSent ? ((await fieldOf(request, 'email')) ?? '') : ''
        if (!isSent || email.includes('nobody')) return send(request)
        const times = (asked.get(email) ?? 0) + 1
        asked.set(email, times)
        return times > MOST_MAILS ? saying('Too many mails were asked for') : send(request)
      }
    },
    rules: () => ({ limitMails: () => ({ most: Number.MAX_SAFE_INTEGER, inMs: 1 }) }),
  }),
]
