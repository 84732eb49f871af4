import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, isRowOf, sandboxOf } from './tamper.ts'

const LIST = '/configuration/users'
const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs
const RESEND = /\/users\/([\w-]+)\/resend/

const isAdding = (request: Request) => request.method === 'POST' && isAt(request, LIST)

const withFields = async (request: Request, fields: Record<string, string>) => {
  const body = new URLSearchParams(await request.clone().text())
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return new Request(request.clone(), { body: body.toString() })
}

/** The list shows other rows than there are. */
const showing =
  (change: (row: string, sandbox: string) => string) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    if (!isAt(request, LIST) || !isPage(answer)) return answer
    const body = (await answer.text()).replace(ROW, (row) => change(row, sandboxOf(request)))
    return changed(answer, { body })
  }

/** The sandboxes where single sign-on is in force. */
const underSso = new Set<string>()

const notingSso =
  (send: Send): Send =>
  (request) => {
    if (request.method === 'POST' && isAt(request, '/my-organization/settings'))
      underSso.add(sandboxOf(request))
    return send(request)
  }

const asViewer = (row: string) => (row.includes('>Verified<') ? row.replace('>Editor<', '>Viewer<') : row)

/** What was mailed to whom: a token → the address. And the addresses whose link was opened, or that were added again. */
const invited = new Map<string, string>()
const opened = new Set<string>()

const LINK = /\/activate\/(?:button|link)\/([\w-]{20,})/

/** One thing about adding users, or about the list of them, is wrong. */
export const flawsOfTheUserList: Defect[] = [
  flaw('ADM6.rows', 'only-the-first-is-added', 'Of several addresses only the first is added', {
    tamper: (send) => async (request) => {
      if (!isAdding(request)) return send(request)
      const addresses = (await fieldOf(request, 'addresses')) ?? ''
      return send(await withFields(request, { addresses: addresses.split(/[\s,;]+/)[0] ?? '' }))
    },
  }),
  flaw('ADM6.roles', 'role-of-the-first-alone', 'Of several users only the first gets the role', {
    tamper: (send) => async (request) => {
      const [first = '', ...others] = isAdding(request)
        ? ((await fieldOf(request, 'addresses')) ?? '').split(/[\s,;]+/)
        : []
      if (others.length > 0)
        await send(await withFields(request, { addresses: others.join(', '), role: 'Viewer' }))
      return send(others.length > 0 ? await withFields(request, { addresses: first }) : request)
    },
  }),
  flaw('ADM6.mails', 'mails-name-the-others', 'An invitation names who was invited before', {
    mail: (mail) => {
      const before = [...new Set(invited.values())].join(', ')
      for (const to of mail.to) invited.set(to, to)
      return { ...mail, html: mail.html.replace('</body>', `<p>${before}</p></body>`) }
    },
  }),
  flaw(
    'ADM6.half',
    'malformed-address-is-dropped',
    'A malformed address among right ones is dropped without a word',
    {
      tamper: (send) => async (request) => {
        if (!isAdding(request)) return send(request)
        const addresses = ((await fieldOf(request, 'addresses')) ?? '').split(/[\s,;]+/)
        const right = addresses.filter((address) => address.includes('@'))
        return send(
          await withFields(request, { addresses: (right.length > 0 ? right : addresses).join(', ') }),
        )
      },
    },
  ),
  flaw(
    'ADM6.half',
    'added-although-refused',
    'Where one of several addresses is refused, the others are added',
    {
      tamper: (send) => async (request) => {
        const addresses = isAdding(request)
          ? ((await fieldOf(request, 'addresses')) ?? '').split(/[\s,;]+/)
          : []
        const right = addresses.filter((address) => address.includes('@'))
        if (right.length > 0 && right.length < addresses.length)
          await send(await withFields(request, { addresses: right.join(', ') }))
        return send(request)
      },
    },
  ),
  flaw(
    ['ADM7.resend', 'ADM7.verified'],
    'first-pending-is-invited',
    'Resend Invite in any row invites the first pending user',
    {
      tamper: (send) => {
        const first = new Map<string, string>()
        return async (request) => {
          const [, id] = RESEND.exec(request.url) ?? []
          const own = first.get(sandboxOf(request))
          if (id && own) return send(new Request(request.url.replace(id, own), request))
          const answer = await send(request)
          if (!isAt(request, LIST) || !isPage(answer)) return answer
          const body = await answer.text()
          const [, pending] = RESEND.exec(body) ?? []
          if (pending) first.set(sandboxOf(request), pending)
          return changed(answer, { body })
        }
      },
    },
  ),
  flaw('ADM7.twice', 'adding-again-changes-the-role', 'Adding a pending user once more changes the role', {
    tamper: (send) => {
      const roles = new Map<string, string>()
      const shown = showing((row) => {
        const [email] = [...roles.keys()].filter((one) => isRowOf(row, one))
        const isPending = row.includes('>Pending Verification<')
        return email && isPending ? row.replace(/>(?:Viewer|Editor)</, `>${roles.get(email)}<`) : row
      })(send)
      return async (request) => {
        if (isAdding(request))
          roles.set((await fieldOf(request, 'addresses')) ?? '', (await fieldOf(request, 'role')) ?? '')
        return shown(request)
      }
    },
  }),
  flaw('ADM7.verified', 'verified-users-are-invited', 'An invitation is sent to a user who has come', {
    rules: () => ({ mayInviteAgain: () => true }),
  }),
  flaw(
    'ADM7.active',
    'adding-again-changes-an-active-user',
    'Adding an active user once more changes the role',
    {
      tamper: (send) => {
        const active: string[] = []
        const roles = new Map<string, string>()
        const shown = showing((row) => {
          if (!row.includes('>Verified<')) return row
          active.push(row)
          const [email = ''] = [...roles.keys()].filter((one) => isRowOf(row, one))
          return roles.has(email) ? row.replace(/>(?:Viewer|Editor)</, `>${roles.get(email)}<`) : row
        })(send)
        return async (request) => {
          const email = isAdding(request) ? ((await fieldOf(request, 'addresses')) ?? '') : ''
          if (email && active.some((row) => isRowOf(row, email)))
            roles.set(email, (await fieldOf(request, 'role')) ?? '')
          return shown(request)
        }
      },
    },
  ),
  flaw('ADM7.opened', 'opened-counts-as-verified', 'A user is Verified once the link is opened', {
    mail: (mail) => {
      for (const [, token = ''] of mail.text.matchAll(new RegExp(LINK, 'g')))
        invited.set(token, mail.to[0] ?? '')
      return mail
    },
    tamper: (send) => {
      const shown = showing((row) =>
        [...opened].some((one) => isRowOf(row, one))
          ? row.replace('>Pending Verification<', '>Verified<')
          : row,
      )(send)
      return (request) => {
        const email = invited.get(LINK.exec(request.url)?.[1] ?? '')
        if (email) opened.add(email)
        return shown(request)
      }
    },
  }),
  flaw('ADM7.kept', 'role-lost-at-activation', 'An Editor who has activated the account is a Viewer', {
    tamper: (send) =>
      showing((row, sandbox) => (underSso.has(sandbox) ? row : asViewer(row)))(notingSso(send)),
  }),
  flaw('ADM7.sso', 'role-lost-at-the-provider', 'An Editor who has logged in at the provider is a Viewer', {
    tamper: (send) =>
      showing((row, sandbox) => (underSso.has(sandbox) ? asViewer(row) : row))(notingSso(send)),
  }),
]
