import { exampleLink, exampleTokens } from './example.ts'
import { MailButton, MailLink, MailPage, Small } from './parts.tsx'

export const invitationSubject = 'Welcome to Netwrix 1Secure'

interface InvitationProps {
  tenantName?: string
  /** Where the button leads. */
  buttonHref?: string
  /** Where the link leads: the same page. */
  linkHref?: string
  tenantHref?: string
}

/** The mail that invites a new administrator (activate-account.1). */
export function Invitation({
  tenantName = 'Larkspur Managed Services',
  buttonHref = `${exampleLink}/activate/button/${exampleTokens.activate}`,
  linkHref = `${exampleLink}/activate/link/${exampleTokens.activate}`,
  tenantHref = exampleLink,
}: InvitationProps) {
  return (
    <MailPage
      title={invitationSubject}
      preview={`Your account for ${tenantName} is waiting to be activated.`}
    >
      <p>
        An account has been opened for you in the tenant of <strong>{tenantName}</strong>. Choose a password
        to activate it:
      </p>
      <MailButton href={buttonHref}>Activate my Netwrix account</MailButton>
      <p>
        If the button does nothing, use your <MailLink href={linkHref}>account activation link</MailLink> or
        copy this address into your browser:
      </p>
      <Small>{linkHref}</Small>
      <p>It works once, and for two days. After that the same link lets you ask for a new one.</p>
      <p>
        Once your account is active, log in through your{' '}
        <MailLink href={tenantHref}>Netwrix 1Secure tenant link</MailLink>. It is worth a bookmark:
      </p>
      <Small>{tenantHref}</Small>
    </MailPage>
  )
}

/** The same for mail programs that show text only. */
export function invitationText({
  tenantName,
  linkHref,
  tenantHref,
}: Required<Omit<InvitationProps, 'buttonHref'>>) {
  return `${invitationSubject}

An account has been opened for you in the tenant of ${tenantName}.
Choose a password to activate it:

${linkHref}

It works once, and for two days. After that the same link lets you ask for a
new one.

Once your account is active, log in here. It is worth a bookmark:

${tenantHref}

You didn't expect this mail? Then nothing needs to be done: without a password
the account stays closed.
`
}
