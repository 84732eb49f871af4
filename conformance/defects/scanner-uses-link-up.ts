import type { Defect } from './defect.ts'

export const scannerUsesLinkUp: Defect = {
  id: 'scanner-uses-link-up',
  title: 'Opening an activation link uses it up',
  tamper: (send) => {
    const seen = new Set<string>()
    return async (request) => {
      const [link] = /\/activate\/(?:button|link)\/[\w-]+/.exec(request.url) ?? []
      if (!link || !seen.has(link)) {
        if (link) seen.add(link)
        return send(request)
      }
      return send(new Request(request.url.replace(/[\w-]+$/, 'used'), request))
    }
  },
  flows: [],
  checks: ['LNK9'],
  fails: ['LNK9'],
}
