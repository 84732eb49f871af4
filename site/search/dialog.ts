import type { Entry } from './entry.ts'
import type { Found } from './find.ts'

const kinds: Readonly<Record<Entry['kind'], string>> = {
  flow: 'Flow',
  step: 'Step',
  screen: 'Screen',
  message: 'Message',
  clause: 'Clause',
  gap: 'Gap',
  term: 'Term',
  doc: 'Docs',
}

/** Where a key is text. */
const TYPED = 'input, select, textarea, [contenteditable]'

/** The site may be served below a path. */
const base = import.meta.env.BASE_URL

type Search = (asked: string) => Found

async function prepare(): Promise<Search> {
  const [entries, { find }] = await Promise.all([
    fetch(`${base}search.json`).then((answer) => answer.json() as Promise<Entry[]>),
    import('./find.ts'),
  ])
  return (asked) => find(entries, asked)
}

let search: Promise<Search> | undefined

/** Most readers never search: what it takes is loaded when it is opened. */
const load = () => {
  search ??= prepare()
  return search
}

function element(name: string, className: string, text: string) {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

function rowOf({ kind, text, where, href }: Entry): HTMLLIElement {
  const row = document.createElement('li')
  const link = document.createElement('a')
  link.href = base + href.slice(1)
  link.append(
    element('span', 'kind', kinds[kind]),
    element('strong', '', text),
    element('span', 'where', where),
  )
  row.append(link)
  return row
}

function inWords({ entries: { length }, have }: Found): string {
  const results = length === 1 ? '1 result' : `${length} results`
  return have === 'all' || length === 0
    ? results
    : `No result has all of these words. ${results} with some of them:`
}

/** Makes the search of the page answer: the button and the key open it, and arrow keys lead through what is found. */
export function openSearch(dialog: HTMLDialogElement, button: HTMLButtonElement): void {
  const input = dialog.querySelector('input') as HTMLInputElement
  const list = dialog.querySelector('ul') as HTMLUListElement
  const status = dialog.querySelector('[role="status"]') as HTMLElement
  const open = () => {
    if (dialog.open) return
    dialog.showModal()
    input.select()
    void load()
  }

  const show = async () => {
    const asked = input.value
    const search = await load().catch(() => undefined)
    if (asked !== input.value) return
    const found = search?.(asked)
    list.replaceChildren(...(found?.entries ?? []).map(rowOf))
    status.textContent = !found ? 'The index cannot be loaded.' : asked.trim() === '' ? '' : inWords(found)
  }

  button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const [target] = event.composedPath()
    const isTyped = target instanceof Element && target.closest(TYPED) !== null
    if (event.key !== '/' || isTyped || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    open()
  })
  input.addEventListener('input', () => void show())
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  dialog.addEventListener('keydown', (event) => {
    // In a field for searches, the browser's own Escape only empties it.
    if (event.key === 'Escape') dialog.close()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const stops = [input, ...list.querySelectorAll('a')]
    const now = stops.indexOf(document.activeElement as HTMLInputElement)
    stops[Math.min(Math.max(now + step, 0), stops.length - 1)]?.focus()
  })
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close()
  })
  // Outside of it is the dialog itself: everything inside is one of its elements.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
}
