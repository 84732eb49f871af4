import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const linkShownToAdministrator: Defect = {
  id: 'link-shown-to-administrator',
  title: 'The Administrator is shown the link that is mailed to a user',
  tamper: (send) => {
    let link: string | undefined
    return async (request) => {
      const answer = await send(request)
      const { pathname } = new URL(request.url)
      if (/\/mails\/\d+$/.test(pathname))
        link = /\/activate\/button\/[\w-]+/.exec(await answer.clone().text())?.[0] ?? link
      if (!link || !pathname.endsWith('/configuration/users')) return answer
      return changed(answer, { body: (await answer.text()).replace('</main>', `<p>${link}</p></main>`) })
    }
  },
  flows: [],
  checks: ['LNK13'],
  fails: ['LNK13'],
}
