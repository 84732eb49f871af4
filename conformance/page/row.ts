import type { Locator, Page } from '@playwright/test'

const LETTERS = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'] as const

/** A text of XPath 1.0, which has no way to escape a quotation mark. */
const inXPath = (text: string) =>
  `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)}, '')`

/**
 * The rows of a list that show an address. Where the page has no table, it is the largest element with this address and no other one:
 * an item, or a card.
 */
export function rowsOfAddress(page: Page, email: string): Locator {
  const small = `translate(., '${LETTERS[0]}', '${LETTERS[1]}')`
  const own = `contains(${small}, ${inXPath(email.toLowerCase())})`
  const alone = `string-length(.) - string-length(translate(., '@', '')) = 1`
  const item = `//body//*[not(//tr or //*[@role='row'])][not(self::main or self::script)][${own}][${alone}]`
  return page
    .getByRole('row')
    .filter({ hasText: email })
    .or(page.locator(`xpath=${item}`))
    .first()
}

/**
 * What a row says, on one line: of a list of choices the chosen one, and no button. A button that makes someone an Administrator says
 * nothing of what they are.
 */
export async function textOfRow(row: Locator): Promise<string> {
  const text = await row.evaluate((element) => {
    const controls = 'button, input, textarea, [role=button], [role=menu], [role=menuitem]'
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const said: string[] = []
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const list = node.parentElement?.closest('select')
      const isChosen = !list || list.selectedOptions[0]?.contains(node)
      const isSeen = (list ?? node.parentElement)?.checkVisibility()
      if (isChosen && isSeen && !node.parentElement?.closest(controls)) said.push(node.textContent ?? '')
    }
    return said.join(' ')
  })
  return text.replace(/\s+/g, ' ').trim()
}
