import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const forgedHostMailed: Defect = {
  id: 'forged-host-mailed',
  title: 'A mailed link leads to the host that the request named',
  tamper: (send) => {
    let forged: string | undefined
    return async (request) => {
      forged = request.headers.get('x-forwarded-host') ?? forged
      const answer = await send(request)
      if (!forged || !/\/mails\/\d+$/.test(request.url)) return answer
      return changed(answer, { body: (await answer.text()).replaceAll(new URL(request.url).host, forged) })
    }
  },
  flows: [],
  checks: ['LNK10'],
  fails: ['LNK10'],
}
