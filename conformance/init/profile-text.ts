import { printText } from '../draft/print.ts'
import { accountsText } from './accounts-text.ts'
import type { SignUpForm } from './look.ts'
import type { ScreenNamings } from './name.ts'
import { type Answers, BUNDLED } from './questions.ts'
import { screensText } from './screens-text.ts'

/** All that a profile is written from. */
export interface Told {
  answers: Answers
  /** The pack's folder as seen from the profile; absent for the bundled one. */
  packFolder?: string
  /** The given that a new account is arranged for. */
  given: string
  /** What screens call otherwise, and how that is known, as a comment; absent where nobody has looked. */
  seen?: { screens: readonly ScreenNamings[]; how: string }
  signUp?: SignUpForm
  /** The command that writes it. */
  by?: string
  /** Further lines of the profile. */
  further?: readonly string[]
}

/** A profile, to be read and completed by a person. It type-checks, and every command reads it. */
export function profileText(told: Told): string {
  const { answers, packFolder, by = 'init', further = [] } = told
  const { name = '', url = '', protectedPage = '', docs = BUNDLED } = answers
  return `import { defineDeployment } from 'doorstep'

/** Written by "doorstep ${by}". The keys are described in the documentation of profiles; "npx doorstep doctor" says what is missing. */
export default defineDeployment({
  name: ${printText(name)},
  url: ${printText(url)},
${[
  ...(docs === BUNDLED || !packFolder ? [] : [`  packs: [${printText(packFolder)}],`]),
  ...accountsText(told),
  ...mailboxText(answers),
  ...providerText(answers),
  `  protectedPage: { path: ${printText(protectedPage)} },`,
  ...seenText(told),
  ...further,
].join('\n')}
})
`
}

function mailboxText({ mailbox, smtpPort, imapHost = '', imapUser = '' }: Answers): string[] {
  if (mailbox === 'smtp')
    return [
      '  // Doorstep listens here during a check: let the deployment send its mail to this port.',
      `  mailbox: { kind: 'smtp', port: ${smtpPort} },`,
    ]
  if (mailbox !== 'imap') return ['  // Without `mailbox`, what needs a mail is not-testable.']
  const [user, host] = imapUser.split('@')
  return [
    '  mailbox: {',
    "    kind: 'imap',",
    `    host: ${printText(imapHost)},`,
    `    user: ${printText(imapUser)},`,
    "    password: process.env.IMAP_PASSWORD ?? 'IMAP_PASSWORD is not set',",
    '  },',
    host
      ? `  freshAddress: (id) => \`${quoted(user ?? '')}+\${id}@${quoted(host)}\`,`
      : '  // Add `freshAddress: (id) => …` with addresses whose mail arrives there.',
  ]
}

const quoted = (text: string) => text.replace(/[`\\$]/g, '\\$&')

function providerText({
  provider,
  redirectUri = '',
  discoveryUrl = '',
  clientId = '',
  url,
}: Answers): string[] {
  if (provider === 'bundled')
    return [`  provider: { kind: 'mock-idp', redirectUri: ${printText(redirectUri)} },`]
  if (provider !== 'own') return ['  // Without `provider`, single sign-on is not-testable.']
  return [
    '  provider: {',
    `    clientId: ${printText(clientId)},`,
    `    discoveryUrl: ${printText(discoveryUrl)},`,
    '    // Nothing answers at a name below .invalid (RFC 6761).',
    "    deadUrl: 'https://provider.invalid/.well-known/openid-configuration',",
    '    // Correct this: a discovery document that names another issuer.',
    "    otherIssuerUrl: 'https://other-issuer.invalid/.well-known/openid-configuration',",
    `    redirectUri: ${printText(new URL(redirectUri, url).href)},`,
    '    // Someone who has an account there.',
    '    user: {',
    "      name: process.env.PROVIDER_USER ?? 'PROVIDER_USER is not set',",
    "      password: process.env.PROVIDER_PASSWORD ?? 'PROVIDER_PASSWORD is not set',",
    '    },',
    '  },',
  ]
}

/** Where nothing differs, nothing needs to be said. */
function seenText({ seen }: Told): string[] {
  if (!seen)
    return ['  // Nobody has looked at the login page yet: `screens` says what has another name there.']
  const screens = seen.screens.filter(({ namings }) => namings.length > 0)
  return screens.length === 0 ? [] : [`  // ${seen.how}`, ...screensText(screens, 'screens: ', '  ')]
}
