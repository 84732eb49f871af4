import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage } from './tamper.ts'

const SKIP = '/log-in/later'
const SKIPPED = 'later=1'

/** A link beside the form of a screen logs people in, who have proven the password alone. */
const skipping = (claim: string, id: string, title: string, heading: string): Defect => {
  let isSkipped = false
  return flaw(claim, id, title, {
    rules: ({ isSignedIn, mayOpenDashboard }) => ({
      isSignedIn: (visit) => isSkipped || isSignedIn(visit),
      mayOpenDashboard: (visit) => isSkipped || mayOpenDashboard(visit),
    }),
    tamper: (send) => async (request) => {
      if (isAt(request, SKIP))
        return new Response(null, {
          status: 303,
          headers: {
            location: request.url.replace(SKIP, '/dashboard'),
            'set-cookie': `${SKIPPED}; path=/`,
          },
        })
      isSkipped = request.headers.get('cookie')?.includes(SKIPPED) ?? false
      const answer = await send(request)
      if (!isPage(answer)) return answer
      const page = await answer.text()
      const isThere = new RegExp(`<h1[^>]*>${heading}`).test(page)
      const link = `<a href="${new URL(request.url).pathname.split('/').slice(0, 3).join('/')}${SKIP}">Not now</a></main>`
      return changed(answer, { body: isThere ? page.replace('</main>', link) : page })
    },
  })
}

export const secondFactorIsOptional: Defect[] = [
  skipping(
    'OTP16.choice',
    'factor-is-set-up-later',
    'A link beside the methods of a first login logs people in without one',
    'Keep Your Account Safe',
  ),
  skipping(
    'OTP16.code',
    'code-is-given-later',
    'A link beside the form for the code logs people in without one',
    'Verify Your Identity',
  ),
]
