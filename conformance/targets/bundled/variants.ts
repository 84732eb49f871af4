import type { Defect } from '../../defects/defect.ts'
import { changed, isPage } from '../../defects/tamper.ts'

type Tamper = NonNullable<Defect['tamper']>

const rewriting =
  (rewrite: (page: string) => string): Tamper =>
  (send) =>
  async (request) => {
    const answer = await send(request)
    return isPage(answer) ? changed(answer, { body: rewrite(await answer.text()) }) : answer
  }

/** A form that has the same hidden fields, with values that are good for itself alone. */
const otherForm = `<form action="?"><input type="hidden" name="csrf_token" value="another-form-needs-this-one">
  <input aria-label="Search" name="q"></form>`

/**
 * Sound tenants that do something in another way than the bundled one, as products do. A check that fails there accuses somebody
 * wrongly, and one that proves nothing there would prove nothing on such a product.
 */
export const variants: Readonly<Record<string, Defect>> = Object.fromEntries(
  Object.entries({
    'forms are sent in parts': rewriting((page) =>
      page.replaceAll('<form ', '<form enctype="multipart/form-data" '),
    ),
    'each page has another form': rewriting((page) => page.replace('</body>', `${otherForm}</body>`)),
  }).map(([title, tamper]) => [title, { id: title, title, tamper, flows: [], fails: [] }]),
)
