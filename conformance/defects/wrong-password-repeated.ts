import type { Defect } from './defect.ts'
import { changed, fieldOf, isAt, isPage } from './tamper.ts'

export const wrongPasswordRepeated: Defect = {
  id: 'wrong-password-repeated',
  title: 'The page that refuses a password holds it, in its field',
  tamper: (send) => async (request) => {
    const typed = isAt(request, '/log-in/password') ? await fieldOf(request, 'password') : undefined
    const answer = await send(request)
    if (!typed || !isPage(answer)) return answer
    const body = (await answer.text()).replace('type="password"', `type="password" value="${typed}"`)
    return changed(answer, { body })
  },
  flows: [],
  checks: ['PWD7'],
  fails: ['PWD7.repeated'],
}
