import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, isRowOf, sandboxOf } from './tamper.ts'

const LIST = '/configuration/users'
const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs

const addressesIn = (typed: string | null) => (typed ?? '').split(/[\s,;]+/).filter(Boolean)

/** Whether an address is in a form twice. */
const isRepeated = (emails: readonly string[]) => new Set(emails).size < emails.length

/** These addresses have two rows in the list. */
const twice = (send: Send, isTwice: (emails: readonly string[], sandbox: string) => boolean): Send => {
  const doubled = new Set<string>()
  return async (request) => {
    const isAdding = request.method === 'POST' && isAt(request, LIST)
    const emails = isAdding ? addressesIn(await fieldOf(request, 'addresses')) : []
    if (isAdding && isTwice(emails, sandboxOf(request))) for (const email of emails) doubled.add(email)
    const answer = await send(request)
    if (!isAt(request, LIST) || !isPage(answer)) return answer
    const body = (await answer.text()).replace(ROW, (row) =>
      [...doubled].some((email) => isRowOf(row, email)) ? row + row : row,
    )
    return changed(answer, { body })
  }
}

/** Nothing is looked up in the moment in which it is written. */
const whereAtOnce = (send: Send): Send => {
  const underWay = new Map<string, number>()
  const count = (email: string, by: number) => underWay.set(email, (underWay.get(email) ?? 0) + by)
  const doubling = twice(send, (emails) => emails.some((email) => (underWay.get(email) ?? 0) > 1))
  return async (request) => {
    const isAdding = request.method === 'POST' && isAt(request, LIST)
    const emails = new Set(isAdding ? addressesIn(await fieldOf(request, 'addresses')) : [])
    for (const email of emails) count(email, 1)
    return doubling(request).finally(() => {
      for (const email of emails) count(email, -1)
    })
  }
}

/** Somebody is added twice, or with more than was chosen. */
export const oneUserTwice: Defect[] = [
  flaw('ADM6.once', 'address-entered-twice', 'An address that is entered twice is added twice', {
    tamper: (send) => twice(send, isRepeated),
  }),
  flaw('ADM6.at-once', 'address-added-at-once', 'Requests at the same time add one address several times', {
    tamper: whereAtOnce,
  }),
  flaw('ADM2.unoffered', 'unknown-role-is-the-highest', 'A role that is not known is read as Administrator', {
    rules: ({ readRole }) => ({ readRole: (chosen) => readRole(chosen) ?? 'Administrator' }),
  }),
]
