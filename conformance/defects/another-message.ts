import type { Defect } from './defect.ts'
import { changed, isPage } from './tamper.ts'

export const anotherMessage: Defect = {
  id: 'another-message',
  title: 'Two passwords that differ are called too short',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    if (!isPage(answer)) return answer
    const page = await answer.text()
    return changed(answer, {
      body: page.replace(/Passwords don.{1,6}t match/, 'Use at least 12 characters'),
    })
  },
  flows: ['activate-account'],
  fails: ['activate-account/changePassword.mismatch/reset-password'],
}
