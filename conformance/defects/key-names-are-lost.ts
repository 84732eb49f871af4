import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, sandboxOf } from './tamper.ts'

/** A key is stored under another name than the one that was typed. @param take takes the names that were typed before */
const storing =
  (take: (typed: string, before: readonly string[]) => string) =>
  (send: Send): Send => {
    const all = new Map<string, string[]>()
    return async (request) => {
      const isName = request.method === 'POST' && isAt(request, '/log-in/key/name')
      const typed = isName ? await fieldOf(request, 'name') : null
      if (typed === null) return send(request)
      const before = all.get(sandboxOf(request)) ?? []
      all.set(sandboxOf(request), [...before, typed])
      const form = new URLSearchParams(await request.clone().text())
      form.set('name', take(typed, before))
      return send(new Request(request, { body: form.toString() }))
    }
  }

/** The list shows the names of two keys in each other’s place. */
const swapping = (send: Send): Send => {
  const all = new Map<string, string[]>()
  return async (request) => {
    const own = all.get(sandboxOf(request)) ?? []
    const isName = request.method === 'POST' && isAt(request, '/log-in/key/name')
    const typed = isName ? await fieldOf(request, 'name') : null
    if (typed !== null) all.set(sandboxOf(request), [...own, typed])
    const answer = await send(request)
    const [one, other] = own
    if (!isPage(answer) || one === undefined || other === undefined) return answer
    const swapped = (await answer.text()).replaceAll(new RegExp(`${one}|${other}`, 'g'), (name) =>
      name === one ? other : one,
    )
    return changed(answer, { body: swapped })
  }
}

/** The name of a security key is not that which was typed for it. */
export const keyNamesAreLost = [
  flaw('WA14.shown', 'name-of-a-key-is-lost', 'Every security key is called the same', {
    tamper: storing(() => 'Security key'),
  }),
  flaw('WA14.both', 'second-key-has-the-first-name', 'A second security key is called like the first one', {
    tamper: storing((typed, before) => before[0] ?? typed),
  }),
  flaw(
    'WA14.own',
    'names-of-keys-are-swapped',
    'Of two security keys each is listed under the other’s name',
    {
      tamper: swapping,
    },
  ),
]
