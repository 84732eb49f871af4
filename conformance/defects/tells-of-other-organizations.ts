import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, isRowOf, sandboxOf } from './tamper.ts'

const LIST = '/configuration/users'
const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs

/** What is known of the users of every organization. */
interface Known {
  /** Address → the first organization that has added it. */
  homes: Map<string, string>
  active: Set<string>
  /** Whom an organization has added last. */
  last: Map<string, string>
}

/** The list of users is changed for who knows the users of all organizations. */
const knowing =
  (change: (page: string, sandbox: string, known: Known) => string) =>
  (send: Send): Send => {
    const known: Known = { homes: new Map(), active: new Set(), last: new Map() }
    let invited = ''
    return async (request) => {
      const sandbox = sandboxOf(request)
      const isPost = request.method === 'POST'
      if (isPost && isAt(request, LIST)) {
        invited = (await fieldOf(request, 'addresses')) ?? ''
        if (!known.homes.has(invited)) known.homes.set(invited, sandbox)
        known.last.set(sandbox, invited)
      }
      const answer = await send(request)
      if (isPost && isAt(request, '/activate') && answer.status < 400) known.active.add(invited)
      if (!isAt(request, LIST) || !isPage(answer)) return answer
      const body = change(await answer.text(), sandbox, known)
      if (!isPost) known.last.delete(sandbox)
      return changed(answer, { body })
    }
  }

/** An Administrator learns whom other organizations have. */
export const tellsOfOtherOrganizations: Defect[] = [
  flaw(
    ['ADM11.invited', 'ADM11.active'],
    'adding-tells-of-another-organization',
    'Adding somebody is answered with a word more where another organization has them',
    {
      tamper: knowing((page, sandbox, { homes, last }) => {
        const home = homes.get(last.get(sandbox) ?? '')
        const isElsewhere = home !== undefined && home !== sandbox
        const said = '<p role="status">This person belongs to another organization, too.</p></body>'
        return isElsewhere ? page.replace('</body>', said) : page
      }),
    },
  ),
  flaw(
    ['ADM11.active', 'ADM11.listed'],
    'list-tells-of-accounts-elsewhere',
    'Who is added is listed as Verified at once where they have an account of another organization',
    {
      tamper: knowing((page, sandbox, { homes, active }) =>
        page.replaceAll(ROW, (row) => {
          const isElsewhere = [...active].some((email) => homes.get(email) !== sandbox && isRowOf(row, email))
          return isElsewhere ? row.replace('>Pending Verification<', '>Verified<') : row
        }),
      ),
    },
  ),
]
