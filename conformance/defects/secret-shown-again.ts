import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage } from './tamper.ts'

const SETTINGS = '/my-organization/settings'

/** A client secret that was typed, and for which method. */
interface Typed {
  secret: string
  method: string
  /** Nothing was asked for since. */
  isNew: boolean
}

/** Changes answers once a client secret was typed. */
const knowing =
  (change: (answer: Response, typed: Typed, request: Request) => Promise<Response> | Response) =>
  (send: Send): Send => {
    let typed: Typed | undefined
    return async (request) => {
      const secret = request.method === 'POST' ? await fieldOf(request, 'client-secret') : null
      if (secret) typed = { secret, method: (await fieldOf(request, 'method')) ?? '', isNew: true }
      const answer = await send(request)
      if (!typed) return answer
      const answered = await change(answer, typed, request)
      typed.isNew = Boolean(secret)
      return answered
    }
  }

/** Pages that are asked for get something more at their end. */
const withEnd =
  (isIt: (typed: Typed, request: Request) => boolean, end: (secret: string) => string) =>
  async (answer: Response, typed: Typed, request: Request) => {
    if (request.method !== 'GET' || !isPage(answer) || !isIt(typed, request)) return answer
    const body = (await answer.text()).replace('</body>', `${end(typed.secret)}</body>`)
    return changed(answer, { body, headers: (headers) => headers.delete('content-security-policy') })
  }

const inField = async (answer: Response, { secret }: Typed, request: Request) => {
  if (request.method !== 'GET' || !isAt(request, SETTINGS)) return answer
  const shown = `id="client-secret" value="${secret}"`
  return changed(answer, { body: (await answer.text()).replace('id="client-secret"', shown) })
}

export const secretShownAgain: Defect = {
  id: 'secret-shown-again',
  title: 'The settings show the client secret that was saved',
  tamper: knowing(inField),
  flows: [],
  checks: ['CFG3'],
  fails: ['CFG3'],
}

/** The client secret is left in one place. */
export const secretsLeft: Defect[] = [
  flaw(
    ['CFG3.answers', 'CFG3.fields'],
    'secret-of-entra-shown-again',
    'The settings of Entra ID show the client secret that was saved',
    {
      tamper: knowing((answer, typed, request) =>
        typed.method === 'Entra ID' ? inField(answer, typed, request) : answer,
      ),
    },
  ),
  flaw('CFG3.saving', 'secret-repeated-once-saved', 'The page after saving holds the client secret, once', {
    tamper: knowing(
      withEnd(
        ({ isNew }) => isNew,
        (secret) => `<script type="application/json">{"saved":{"secret":"${secret}"}}</script>`,
      ),
    ),
  }),
  flaw(
    'CFG3.address',
    'secret-in-the-address-once-saved',
    'Saving leads to an address with the client secret',
    {
      tamper: knowing((answer, { secret }, request) => {
        const location = request.method === 'POST' && answer.headers.get('location')
        if (!location) return answer
        return changed(answer, { headers: (all) => all.set('location', `${location}?secret=${secret}`) })
      }),
    },
  ),
  flaw(
    'CFG3.kept',
    'secret-kept-by-the-browser',
    'The page after saving keeps the client secret in the browser',
    {
      tamper: knowing(
        withEnd(
          ({ isNew }) => isNew,
          (secret) =>
            `<script>localStorage.setItem('draft', ['${[...secret].join("', '")}'].join(''))</script>`,
        ),
      ),
    },
  ),
  flaw('CFG3.pages', 'secret-in-the-log', 'The log of what was changed shows the client secret', {
    tamper: knowing(
      withEnd(
        (_, request) => isAt(request, '/audit-logs'),
        (secret) => `<p>client_secret was set to ${secret}</p>`,
      ),
    ),
  }),
]
