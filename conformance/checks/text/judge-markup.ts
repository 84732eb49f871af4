import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'
import { MARKUP } from './markup.ts'
import { markupIn } from './markup-in.ts'

/** Judges a page that may repeat what was typed; one that does not proves nothing. */
export async function judgePage(bench: Bench, { page }: Person, claim: string, isSent = true) {
  if (!isSent) {
    bench.skip(claim, 'The page sends nothing with markup.')
    return
  }
  const taken = await page.evaluate((own) => {
    const all = [...document.querySelectorAll('*')]
    const isPicture = ({ src }: HTMLImageElement) => URL.parse(src)?.hostname === own
    if ([...document.images].some(isPicture)) return 'an element'
    const isAttribute = all.some(({ attributes }) => [...attributes].some(({ name }) => name.includes(own)))
    return isAttribute ? 'an attribute' : undefined
  }, MARKUP.name)
  const isShown = await page.evaluate((html) => {
    const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
      ({ value }) => value,
    )
    return [document.body.innerText, ...values].some((text) => text.includes(html))
  }, MARKUP.html)
  if (taken) bench.claim(claim, false, `it is ${taken} of ${new URL(page.url()).pathname}`)
  else if (isShown) bench.claim(claim, true)
  else bench.skip(claim, 'No page repeats what was typed.')
}

/** Judges every mail of these people. */
export async function judgeMails(bench: Bench, people: readonly Person[]) {
  const mails = (await Promise.all(people.map(({ session }) => session.mailbox().mails()))).flat()
  judgeBodies(bench, 'mails', await Promise.all(mails.map((mail) => mail.html())))
}

/** @param bodies the HTML of mails */
export function judgeBodies(bench: Bench, claim: string, bodies: readonly string[]) {
  const seen = bodies.map(markupIn)
  if (seen.includes('taken')) bench.claim(claim, false, 'a mail holds it as markup')
  else if (seen.includes('shown')) bench.claim(claim, true)
  else bench.skip(claim, 'No mail repeats what was typed.')
}
