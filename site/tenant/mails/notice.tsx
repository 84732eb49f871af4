import type { AccountChange } from '../rules/account-changes.ts'
import { exampleLink } from './example.ts'
import { MailLink, MailPage, Small } from './parts.tsx'

const changes: Record<AccountChange, { subject: string; what: string }> = {
  'password-reset': {
    subject: 'Your password was reset',
    what: 'The password of your account was reset by mail.',
  },
  'password-changed': {
    subject: 'Your password was changed',
    what: 'The password of your account was changed.',
  },
  'authenticator-app-added': {
    subject: 'An authenticator app was added',
    what: 'From now on the codes of an authenticator app that was just set up let someone into your account.',
  },
  'security-key-added': {
    subject: 'A security key was added',
    what: 'From now on a security key that was just added lets someone into your account.',
  },
  'authenticator-app-removed': {
    subject: 'An authenticator app was removed',
    what: 'The authenticator app of your account was removed: its codes no longer work.',
  },
  'security-key-removed': {
    subject: 'A security key was removed',
    what: 'A security key of your account was removed: it no longer works.',
  },
}

export const noticeSubject = (change: AccountChange) => changes[change].subject

interface NoticeProps {
  change?: AccountChange
  tenantName?: string
  /** When it happened, as text. */
  at?: string
  /** Name of the key, where it has one. */
  keyName?: string | undefined
  forgotHref?: string
}

const advice = 'If it was you, nothing needs to be done. If it wasn’t, choose a new password at once:'

/** The mail that tells of a change to how an account is logged in to. */
export function Notice({
  change = 'security-key-added',
  tenantName = 'Larkspur Managed Services',
  at = '2026-01-15 09:00 UTC',
  keyName,
  forgotHref = `${exampleLink}/forgot`,
}: NoticeProps) {
  const { subject, what } = changes[change]
  return (
    <MailPage
      title={subject}
      preview={what}
      foot="This mail goes out with each such change. It can’t be answered."
    >
      <p>
        {what} Tenant: <strong>{tenantName}</strong>.{keyName ? ` Key: ${keyName}.` : ''} Time: {at}.
      </p>
      <p>{advice}</p>
      <p>
        <MailLink href={forgotHref}>Choose a new password</MailLink>
      </p>
      <Small>{forgotHref}</Small>
      <p>Then tell an Administrator of your organization what happened.</p>
    </MailPage>
  )
}

/** The same for mail programs that show text only. */
export function noticeText({
  change,
  tenantName,
  at,
  keyName,
  forgotHref,
}: NoticeProps & { change: AccountChange }) {
  return `${changes[change].subject}

${changes[change].what}

Tenant: ${tenantName}${keyName ? `\nKey: ${keyName}` : ''}
Time: ${at}

${advice}

${forgotHref}

Then tell an Administrator of your organization what happened.
`
}
