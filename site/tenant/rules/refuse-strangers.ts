/**
 * ASVS 5.0 2.4.1: a sandbox, which anybody may open, sends mail to its own mailboxes only. Answers what is wrong; `domain`
 * is the sandbox's own.
 */
export function refuseStrangers(emails: string[], domain: string): string | undefined {
  const stranger = emails.find((email) => !email.endsWith(`@${domain}`))
  return stranger === undefined
    ? undefined
    : `Mail stays in this sandbox: “${stranger}” must be an e-mail address that ends in @${domain}`
}
