import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const cookieForScripts: Defect = {
  id: 'cookie-for-scripts',
  title: 'Scripts can read the session cookie',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    return changed(answer, {
      headers(headers) {
        const cookies = answer.headers.getSetCookie()
        headers.delete('set-cookie')
        for (const cookie of cookies) headers.append('set-cookie', cookie.replace(/; HttpOnly/i, ''))
      },
    })
  },
  flows: [],
  checks: ['SES2', 'SES3'],
  fails: ['SES3'],
}
