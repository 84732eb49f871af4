import { exampleLink, exampleTokens } from './example.ts'
import { MailLink, MailPage, Small } from './parts.tsx'

export const resetSubject = 'Reset your password'

interface ResetProps {
  tenantName?: string
  href?: string
}

/** The mail that lets someone choose a new password. */
export function Reset({
  tenantName = 'Larkspur Managed Services',
  href = `${exampleLink}/reset/${exampleTokens.reset}`,
}: ResetProps) {
  return (
    <MailPage
      title={resetSubject}
      preview={`Choose a new password for ${tenantName}.`}
      foot="You didn’t ask for this? Then nothing needs to be done: your password stays as it is, and only you have this link."
    >
      <p>
        Someone, most likely you, has forgotten the password of your account in the tenant of{' '}
        <strong>{tenantName}</strong>. To choose a new one, follow your{' '}
        <MailLink href={href}>password reset link</MailLink>, or copy this address into your browser:
      </p>
      <Small>{href}</Small>
      <p>
        It works once, and for one hour. Your second way to prove who you are stays as it is: it will be asked
        for when you log in.
      </p>
    </MailPage>
  )
}

/** The same for mail programs that show text only. */
export function resetText({ tenantName, href }: Required<ResetProps>) {
  return `${resetSubject}

Someone, most likely you, has forgotten the password of your account in the
tenant of ${tenantName}.
This is your password reset link:

${href}

It works once, and for one hour. Your second way to prove who you are stays as
it is: it will be asked for when you log in.

You didn't ask for this? Then nothing needs to be done: your password stays as
it is, and only you have this link.
`
}
