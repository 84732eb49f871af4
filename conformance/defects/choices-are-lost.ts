import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

/** An input for text, up to its value. */
const TEXT_INPUT = /(<input(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*?) value="[^"]*"/g

/** A person gets something other than they chose. */
export const lostChoices: Defect[] = [
  {
    id: 'every-new-user-is-a-viewer',
    title: 'A new user is a Viewer, whatever role is chosen',
    rules: ({ readRole }) => ({ readRole: (chosen) => readRole(chosen) && 'Viewer' }),
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.most', 'ADM2.kept'],
  },
  {
    id: 'every-new-user-is-an-administrator',
    title: 'A new user is an Administrator, whatever role is chosen',
    rules: ({ readRole }) => ({ readRole: (chosen) => readRole(chosen) && 'Administrator' }),
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.least', 'ADM2.kept'],
  },
  {
    id: 'settings-come-back-empty',
    title: 'The settings of SSO are empty when they are opened again',
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (request.method !== 'GET' || !/settings/.test(request.url)) return answer
      if (!answer.headers.get('content-type')?.includes('html')) return answer
      const page = await answer.text()
      return changed(answer, { body: page.replace(TEXT_INPUT, '$1') })
    },
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.values'],
  },
]
