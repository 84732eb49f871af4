import { h } from './draw.ts'
import { home, newPassword, office, ourName, people, somebody } from './inside.ts'
import { comeIn, company, door, forgotten, join, lookIntoMail } from './outside.ts'
import { appPage, code, locks, password, spare } from './way-in.ts'

/** What a page has below its heading, or where it leads instead. */
export type Page = () => Promise<{ heading: string; content: (Node | string)[] } | { to: string }>

const pages: Record<string, Page> = {
  '/': door,
  '/in': comeIn,
  '/in/password': password,
  '/in/code': code,
  '/in/spare': spare,
  '/in/lock': locks,
  '/in/app': appPage,
  '/company': company,
  '/forgot': forgotten,
  '/sent': lookIntoMail,
  '/join': join,
  '/fresh': join,
  '/home': home,
  '/office': office,
  '/office/name': ourName,
  '/people': people,
  '/people/new': somebody,
  '/me/password': newPassword,
}

async function show(): Promise<void> {
  const main = document.querySelector('main')
  const page = await (pages[location.pathname] ?? nowhere)()
  if ('to' in page) return go(page.to)
  const said = history.state?.said
  if (said) history.replaceState(undefined, '')
  main?.replaceChildren(
    ...(said ? [h('p', { role: 'alert' }, said)] : []),
    h('h1', {}, page.heading),
    ...page.content,
  )
}

const nowhere: Page = async () => ({ heading: 'There is nothing here', content: [] })

/** Goes to another page of the app. @param said what is said there */
function go(to: string, said?: string): void {
  history.pushState({ said }, '', to)
  void show()
}

addEventListener('popstate', () => void show())
addEventListener('depot:go', (event) => {
  const { to, said } = (event as CustomEvent<{ to: string; said?: string }>).detail
  go(to, said)
})
addEventListener('click', (event) => {
  const target = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-inside]')
  if (!target || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  go(target.pathname + target.search)
})
void show()
