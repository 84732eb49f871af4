import { linksOf, type MailLink } from '../../../site/mailbox/links-of.ts'
import type { Mail } from '../target.ts'

/** The links of a mail in their order; none where there is no mail. */
export const linksIn = async (mail: Mail | undefined): Promise<MailLink[]> =>
  linksOf((await mail?.html()) ?? '')
