import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { twoFactorClient } from 'better-auth/client/plugins'
import { toDataURL } from 'qrcode'
import { inWords } from './words.ts'

const client = createAuthClient({ plugins: [twoFactorClient(), passkeyClient()] })

/** The next address; nothing to stay on the page; or what is wrong. */
type FormResult = string | undefined | { wrong: string }

const onward = ({ error }: { error: { code?: string | undefined } | null }, next?: string): FormResult =>
  error ? { wrong: inWords(error.code) } : next

const token = () => new URLSearchParams(location.search).get('token') ?? ''

const LOST = 'beacon-lost'

/** The new passphrase, or what is wrong with how it was typed. */
function typedTwice({ passphrase = '', again }: Record<string, string>) {
  if (passphrase === '') return { wrong: 'A passphrase, please.' }
  return passphrase === again ? passphrase : { wrong: 'Those two differ.' }
}

const sendLink = async (email: string) =>
  onward(await client.requestPasswordReset({ email, redirectTo: '/passphrase' }), '/sent')

const actions: Record<string, (typed: Record<string, string>) => Promise<FormResult>> = {
  'sign-on': async ({ email = '', passphrase = '' }) => {
    if (email === '') return { wrong: 'Which address?' }
    if (passphrase === '') return { wrong: 'And the passphrase?' }
    const answer = await client.signIn.email({ email, password: passphrase })
    return onward(answer, answer.data && 'twoFactorRedirect' in answer.data ? '/code' : '/deck')
  },
  // Redirects without a click.
  company: async () => {
    const ways = { provider: 'company', callbackURL: '/deck', errorCallbackURL: '/sign-on' }
    return onward(await client.signIn.social(ways))
  },
  code: async ({ code = '' }) => onward(await client.twoFactor.verifyTotp({ code }), '/deck'),
  spare: async ({ code = '' }) => onward(await client.twoFactor.verifyBackupCode({ code }), '/deck'),
  touch: async () => {
    const { error } = await client.signIn.passkey()
    return error ? { wrong: 'That was no key of yours. Try again.' } : '/deck'
  },
  draw: async ({ passphrase = '' }) => {
    const answer = await client.twoFactor.enable({ password: passphrase })
    if (answer.data && 'totpURI' in answer.data) await draw(answer.data.totpURI)
    return onward(answer)
  },
  lock: async ({ code = '' }) => onward(await client.twoFactor.verifyTotp({ code }), '/deck'),
  register: async ({ name = '' }) => {
    const { error } = await client.passkey.addPasskey({ name, createSession: true })
    return error ? { wrong: 'No key was touched. Try again.' } : '/deck'
  },
  lost: async ({ email = '' }) => {
    sessionStorage.setItem(LOST, email)
    return sendLink(email)
  },
  again: () => sendLink(sessionStorage.getItem(LOST) ?? ''),
  choose: async (typed) => {
    const newPassword = typedTwice(typed)
    if (typeof newPassword !== 'string') return newPassword
    return onward(await client.resetPassword({ newPassword, token: token() }), '/chosen')
  },
  change: async ({ current = '', ...typed }) => {
    const newPassword = typedTwice(typed)
    if (typeof newPassword !== 'string') return newPassword
    const changed = { currentPassword: current, newPassword, revokeOtherSessions: true }
    return onward(await client.changePassword(changed), '/chosen')
  },
  ashore: async () => onward(await client.signOut(), '/sign-on'),
}

async function draw(uri: string) {
  const drawn = document.querySelector<HTMLElement>('#drawn')
  const picture = drawn?.querySelector('img')
  const key = drawn?.querySelector('code')
  if (!drawn || !picture || !key) return
  picture.src = await toDataURL(uri, { width: 240 })
  key.textContent = new URL(uri).searchParams.get('secret')
  drawn.hidden = false
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-action]'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const alert = form.querySelector('[role=alert]')
    if (alert) alert.textContent = ''
    const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const outcome = await actions[form.dataset.action ?? '']?.(typed)
    if (typeof outcome === 'string') location.assign(outcome)
    else if (outcome && alert) alert.textContent = outcome.wrong
  })
