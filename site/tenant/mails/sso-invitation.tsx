import { exampleLink } from './example.ts'
import { MailButton, MailPage, Small } from './parts.tsx'

export const ssoInvitationSubject = 'Welcome to Netwrix 1Secure'

interface SsoInvitationProps {
  tenantName?: string
  /** Where the button leads: the tenant. */
  tenantHref?: string
}

/** The mail that invites a person whose login is the provider's (log-in-sso): there is no password to choose. */
export function SsoInvitation({
  tenantName = 'Larkspur Managed Services',
  tenantHref = exampleLink,
}: SsoInvitationProps) {
  return (
    <MailPage
      title={ssoInvitationSubject}
      preview={`You have been added to the tenant of ${tenantName}.`}
      foot="You didn’t expect this mail? Then nothing needs to be done."
    >
      <p>
        You have been added to the tenant of <strong>{tenantName}</strong>. Log in with the account that your
        organization has given you; no further password is needed:
      </p>
      <MailButton href={tenantHref}>Access 1Secure</MailButton>
      <p>If the button does nothing, copy this address into your browser. It is worth a bookmark:</p>
      <Small>{tenantHref}</Small>
    </MailPage>
  )
}

/** The same for mail programs that show text only. */
export function ssoInvitationText({ tenantName, tenantHref }: Required<SsoInvitationProps>) {
  return `${ssoInvitationSubject}

You have been added to the tenant of ${tenantName}.
Log in with the account that your organization has given you; no further
password is needed. The address is worth a bookmark:

${tenantHref}

You didn't expect this mail? Then nothing needs to be done.
`
}
