import type { Defect, Send } from './defect.ts'
import { changed, isAt, isPage, sandboxOf } from './tamper.ts'

/** An input for text, up to its value. */
const TEXT_INPUT = /(<input(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*?) value="[^"]*"/g

const isSettings = (request: Request) => isAt(request, '/my-organization/settings')

const fieldsOf = async (request: Request) => new URLSearchParams(await request.clone().text())

const isSave = async (request: Request) =>
  request.method === 'POST' && isSettings(request) && (await fieldsOf(request)).get('do') === 'save'

/**
 * The settings of a sandbox are empty when they are opened after something has happened there that many times.
 * @param happens whether a request is that
 */
const emptyAfter =
  (times: number, happens: (request: Request) => boolean | Promise<boolean>) =>
  (send: Send): Send => {
    const counts = new Map<string, number>()
    return async (request) => {
      const sandbox = sandboxOf(request)
      const count = (counts.get(sandbox) ?? 0) + Number(await happens(request))
      counts.set(sandbox, count)
      const answer = await send(request)
      if (count < times || request.method !== 'GET' || !isSettings(request) || !isPage(answer)) return answer
      return changed(answer, { body: (await answer.text()).replace(TEXT_INPUT, '$1') })
    }
  }

/** The settings of SSO are not what was saved. */
export const lostSettings: Defect[] = [
  {
    id: 'settings-come-back-empty',
    title: 'The settings of SSO are empty when they are opened again',
    tamper: emptyAfter(0, () => false),
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.values', 'CFG5.entra'],
  },
  {
    id: 'settings-are-lost-at-logout',
    title: 'The settings of SSO are empty once the Administrator has logged out',
    tamper: emptyAfter(1, (request) => isAt(request, '/log-out')),
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.again'],
  },
  {
    id: 'saving-again-forgets',
    title: 'Saving the settings of SSO once more forgets what was not typed again',
    tamper: emptyAfter(2, isSave),
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.changed', 'CFG5.untouched', 'CFG5.again'],
  },
  {
    id: 'another-method-is-saved',
    title: 'The method of SSO that is saved is not the chosen one',
    tamper: (send) => async (request) => {
      if (!(await isSave(request))) return send(request)
      const fields = await fieldsOf(request)
      fields.set('method', 'Entra ID')
      return send(new Request(request, { body: fields.toString() }))
    },
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.method', 'CFG5.values'],
  },
  {
    id: 'settings-of-entra-come-back-empty',
    title: 'The settings of Entra ID are empty when they are opened again',
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (request.method !== 'GET' || !isSettings(request) || !isPage(answer)) return answer
      const body = await answer.text()
      const isEntra = !body.includes('Discovery url')
      return changed(answer, { body: isEntra ? body.replace(TEXT_INPUT, '$1') : body })
    },
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.entra'],
  },
  {
    id: 'first-client-id-stays',
    title: 'A client ID of SSO that is saved in place of another one is not kept',
    tamper: (send) => {
      const first = new Map<string, string>()
      return async (request) => {
        if (!(await isSave(request))) return send(request)
        const fields = await fieldsOf(request)
        const sandbox = sandboxOf(request)
        const kept = first.get(sandbox) ?? fields.get('client-id') ?? ''
        first.set(sandbox, kept)
        fields.set('client-id', kept)
        return send(new Request(request, { body: fields.toString() }))
      }
    },
    flows: [],
    checks: ['CFG5'],
    fails: ['CFG5.changed'],
  },
]
