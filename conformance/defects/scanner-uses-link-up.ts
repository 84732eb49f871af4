import type { Defect, Send } from './defect.ts'

/** The second time that such a link is opened, it is answered as one that is used. */
const openingOnce =
  (path: RegExp) =>
  (send: Send): Send => {
    const seen = new Set<string>()
    return async (request) => {
      const [link] = path.exec(request.url) ?? []
      if (!link || !seen.has(link)) {
        if (link) seen.add(link)
        return send(request)
      }
      return send(new Request(request.url.replace(/[\w-]+$/, 'used'), request))
    }
  }

const scanner = { flows: [], checks: ['LNK9'], fails: ['LNK9'] }

export const scannerUsesLinkUp: Defect[] = [
  {
    id: 'scanner-uses-link-up',
    title: 'Opening an activation link uses it up',
    tamper: openingOnce(/\/activate\/(?:button|link)\/[\w-]+/),
    ...scanner,
  },
  {
    id: 'scanner-uses-reset-link-up',
    title: 'Opening a reset link uses it up',
    tamper: openingOnce(/\/reset\/link\/[\w-]+/),
    ...scanner,
  },
]
