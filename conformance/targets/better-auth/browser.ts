import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { twoFactorClient } from 'better-auth/client/plugins'
import { toDataURL } from 'qrcode'
import { inWords } from './words.ts'

const client = createAuthClient({ plugins: [twoFactorClient(), passkeyClient()] })

/** Where one goes on to; nothing where one stays; or what is wrong. */
type Outcome = string | undefined | { wrong: string }

interface Answer<Data> {
  data: Data
  error: { code?: string | undefined } | null
}

const andThen =
  <Data>(next: string | ((data: Data) => Outcome)) =>
  ({ data, error }: Answer<Data>): Outcome => {
    if (error) return { wrong: inWords(error.code) }
    return typeof next === 'string' ? next : next(data)
  }

const token = () => new URLSearchParams(location.search).get('token') ?? ''

const LOST = 'beacon-lost'

/** The new passphrase, or what is wrong with how it was typed. */
function typedTwice({ passphrase = '', again }: Record<string, string>) {
  if (passphrase === '') return { wrong: 'A passphrase, please.' }
  return passphrase === again ? passphrase : { wrong: 'Those two differ.' }
}

const sendLink = (email: string) =>
  client.requestPasswordReset({ email, redirectTo: '/passphrase' }).then(andThen('/sent'))

const deeds: Record<string, (typed: Record<string, string>) => Promise<Outcome>> = {
  'sign-on': async ({ email = '', passphrase = '' }) => {
    if (email === '') return { wrong: 'Which address?' }
    if (passphrase === '') return { wrong: 'And the passphrase?' }
    const answer = await client.signIn.email({ email, password: passphrase })
    return andThen((data: object | null) => (data && 'twoFactorRedirect' in data ? '/code' : '/deck'))(answer)
  },
  // Leads away by itself.
  company: () =>
    client.signIn
      .social({ provider: 'company', callbackURL: '/deck', errorCallbackURL: '/sign-on' })
      .then(andThen(() => undefined)),
  code: ({ code = '' }) => client.twoFactor.verifyTotp({ code }).then(andThen('/deck')),
  spare: ({ code = '' }) => client.twoFactor.verifyBackupCode({ code }).then(andThen('/deck')),
  touch: async () => {
    const { error } = (await client.signIn.passkey()) ?? {}
    return error ? { wrong: 'That was no key of yours. Try again.' } : '/deck'
  },
  draw: async ({ passphrase = '' }) =>
    andThen((data: { totpURI?: string } | null) => {
      void draw(data?.totpURI ?? '')
      return undefined
    })(await client.twoFactor.enable({ password: passphrase })),
  lock: ({ code = '' }) => client.twoFactor.verifyTotp({ code }).then(andThen('/deck')),
  register: async ({ name = '' }) => {
    const { error } = (await client.passkey.addPasskey({ name, createSession: true })) ?? {}
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
    return client.resetPassword({ newPassword, token: token() }).then(andThen('/chosen'))
  },
  change: async ({ current = '', ...typed }) => {
    const newPassword = typedTwice(typed)
    if (typeof newPassword !== 'string') return newPassword
    const changed = { currentPassword: current, newPassword, revokeOtherSessions: true }
    return client.changePassword(changed).then(andThen('/chosen'))
  },
  ashore: () => client.signOut().then(andThen('/')),
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

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-deed]'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const alert = form.querySelector('[role=alert]')
    if (alert) alert.textContent = ''
    const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const outcome = await deeds[form.dataset.deed ?? '']?.(typed)
    if (typeof outcome === 'string') location.assign(outcome)
    else if (outcome && alert) alert.textContent = outcome.wrong
  })
