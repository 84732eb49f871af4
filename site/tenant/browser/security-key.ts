import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

import { FORM_TOKEN, FORM_TOKEN_HEADER } from '../screens/parts/form-token.ts'

/** Asks for the security key when its button is pressed, and says on the page what became of it. */

interface Verdict {
  next?: string
  message?: string
}

const AGAIN = 'That didn’t work. Please try again.'

/** Resolves with the server's JSON. A person who is no longer at this step goes to the page where they are, and it never resolves. */
async function post<T>(url: string, body: unknown = {}): Promise<T> {
  const token = document.querySelector<HTMLMetaElement>(`meta[name=${FORM_TOKEN}]`)?.content ?? ''
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [FORM_TOKEN_HEADER]: token },
    body: JSON.stringify(body),
  })
  if (!response.redirected) return response.json()
  location.assign(response.url)
  return new Promise(() => {})
}

/** What the key says, or undefined when the person, or the browser, refused. */
async function askKey(panel: HTMLElement, action: string) {
  const register = panel.dataset.securityKey === 'register'
  const optionsJSON = await post<never>(`${action}/options`)
  try {
    return await (register ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON }))
  } catch {
    return undefined
  }
}

async function use(panel: HTMLElement): Promise<Verdict> {
  const action = panel.dataset.action ?? ''
  try {
    const answer = await askKey(panel, action)
    const remember = panel.querySelector<HTMLInputElement>('[name=remember]')?.checked ?? false
    return await (answer
      ? post<Verdict>(action, { ...answer, remember })
      : post<Verdict>(`${action}/cancelled`))
  } catch {
    return { message: AGAIN }
  }
}

function arm(panel: HTMLElement) {
  const button = panel.querySelector<HTMLButtonElement>('[data-press]')
  const message = panel.querySelector('[role=alert]')
  button?.addEventListener('click', async () => {
    if (button.ariaBusy === 'true') return
    button.ariaBusy = 'true'
    if (message) message.textContent = ''
    const { next, message: says } = await use(panel)
    if (next) return location.assign(next)
    button.ariaBusy = 'false'
    if (message) message.textContent = says ?? AGAIN
    // Where the key is outside the frame, answering has taken the focus away.
    if (document.activeElement === document.body && document.hasFocus()) button.focus({ preventScroll: true })
  })
}

for (const panel of document.querySelectorAll<HTMLElement>('[data-security-key]')) arm(panel)
