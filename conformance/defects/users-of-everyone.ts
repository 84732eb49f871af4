import type { Defect } from './defect.ts'
import { changed, isAt, isPage } from './tamper.ts'

const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs

export const usersOfEveryone: Defect = {
  id: 'users-of-everyone',
  title: 'The list of users shows the users of other organizations, too',
  tamper: (send) => {
    const known = new Set<string>()
    return async (request) => {
      const answer = await send(request)
      if (!isAt(request, '/configuration/users') || !isPage(answer)) return answer
      const page = await answer.text()
      const own: string[] = page.match(ROW) ?? []
      const others = [...known].filter((row) => !own.includes(row))
      for (const row of own) known.add(row)
      return changed(answer, { body: page.replace('</tbody>', `${others.join('')}</tbody>`) })
    }
  },
  flows: [],
  checks: ['ADM3'],
  fails: ['ADM3.others'],
}
