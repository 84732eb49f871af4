import type { Mail } from '../desk/mail.ts'

/** Where a link or button of a mail leads; the newest mail that has it counts. */
export function linkIn(mails: Mail[], label: string): string | undefined {
  for (const { html } of mails) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const link = [...page.querySelectorAll('a[href]')].find((link) => link.textContent?.trim() === label)
    if (link) return link.getAttribute('href') ?? undefined
  }
  return undefined
}
