/** How something announces itself: at once, when there is time, as a window in front of the page, by a hint at a field, or by the browser. */
export type Manner = 'alert' | 'status' | 'dialog' | 'hint' | 'browser'

/** What a page tells the person in front of it. */
export interface Message {
  manner: Manner
  text: string
  /** The browser asks for a field that is empty: its label, as far as it has one in HTML. */
  lacks?: string
  /** It is all that a list of messages shows, such as of toasts. */
  isList?: true
}

/** What a page says and asks for that its accessibility tree does not tell. */
export interface PageReading {
  /** Another one for each document. */
  document: string
  /** What is said now. */
  now: Message[]
  /** All that was said since the document came, in order; what was said twice is there twice. */
  heard: Message[]
  /** Labels of fields that the tree knows as something else. */
  labels: string[]
  /** Whether a field for a one-time code has no name that can be seen. */
  unnamedCode: boolean
}

declare global {
  interface Window {
    doorstepEars?: { id: string; heard: Message[]; complaints: Set<Element>; listen(): void }
  }
}

/**
 * Reads a page, and listens to it from then on. It runs in the page, before its scripts where it can, so it uses nothing from outside.
 * What is said is kept, for toasts and answers of the browser are gone at the next look.
 */
export function readPage(): PageReading {
  const LOUD = '[role=alert], [role=alertdialog], [aria-live=assertive]'
  const POLITE = '[role=status], [role=log], [aria-live=polite], output'
  const DIALOG = '[role=dialog], dialog[open]'
  const LIVE = `${LOUD}, ${POLITE}, ${DIALOG}`
  // Pages that a server draws have what is wrong with a form in such a list, without a role, and often in the words of the rule above.
  const LISTED = 'form :is(ul, ol)[class*=error i] > li'
  const wordsOf = (element: Element) =>
    ((element instanceof HTMLElement && element.innerText) || (element.textContent ?? ''))
      .replace(/\s+/g, ' ')
      .trim()
  const isShown = (element: Element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true
  const mannerOf = (element: Element): Manner => {
    if (element.matches(LOUD)) return 'alert'
    return element.matches(POLITE) ? 'status' : 'dialog'
  }
  /** @param part what has changed of it; a region that is not atomic announces no more than that */
  const told = (element: Element, part: Element = element): Message[] => {
    const text = isShown(element) && isShown(part) ? wordsOf(part) : ''
    // A window with a form is a screen, and some pages are one live region as a whole.
    const isScreen = element.querySelector('form, input, textarea, select') !== null
    return text && !isScreen ? [{ manner: mannerOf(element), text }] : []
  }
  /** Toasts come into a list: each is announced alone, while those that came before are still there. */
  const isList = (region: Element) =>
    region.getAttribute('aria-atomic') !== 'true' &&
    !region.matches(`[role=alert], [role=alertdialog], [role=status], output, ${DIALOG}`)
  const isInline = (element: Element) => getComputedStyle(element).display.startsWith('inline')
  /** The smallest part of a region that has all of these, and is more than some words of a sentence. */
  const partWith = (region: Element, changed: Element[]): Element => {
    let part = changed[0] ?? region
    while (part !== region && (isInline(part) || !changed.every((one) => part.contains(one))))
      part = part.parentElement ?? region
    return part
  }
  const byIds = (element: Element, ...names: string[]) =>
    names
      .flatMap((name) => (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean))
      .flatMap((id) => document.getElementById(id) ?? [])
  const hintsOf = (field: Element): Message[] =>
    isShown(field)
      ? byIds(field, 'aria-errormessage', 'aria-describedby').flatMap((hint) =>
          isShown(hint) && wordsOf(hint) ? [{ manner: 'hint', text: wordsOf(hint) }] : [],
        )
      : []
  const listed = (entry: Element): Message[] =>
    isShown(entry) && wordsOf(entry) ? [{ manner: 'hint', text: wordsOf(entry) }] : []
  const complaintOf = (field: Element): Message[] => {
    const { validationMessage: text = '', validity, labels } = field as HTMLInputElement
    const lacks = validity?.valueMissing ? { lacks: [...(labels ?? [])].map(wordsOf).join(' ') } : {}
    return text && field.isConnected && isShown(field) ? [{ manner: 'browser', text, ...lacks }] : []
  }

  const begin = () => {
    const heard: Message[] = []
    const complaints = new Set<Element>()
    const onChanges = (changes: MutationRecord[]) => {
      const regions = new Map<Element, Element[]>()
      const fields = new Set<Element>()
      const note = (region: Element, part: Element) =>
        regions.set(region, [...(regions.get(region) ?? []), part])
      for (const { type, target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        if (type === 'attributes' && element?.getAttribute('aria-invalid') === 'true') fields.add(element)
        const region = element?.closest(LIVE)
        if (element && region && (type === 'characterData' || (type === 'attributes' && region === element)))
          note(region, element)
        // What is taken away says nothing.
        for (const node of addedNodes) {
          if (element && region) note(region, node instanceof Element ? node : element)
          if (!(node instanceof Element)) continue
          for (const added of [node, ...node.querySelectorAll(`${LIVE}, [aria-invalid=true]`)]) {
            if (added.matches(LIVE)) note(added, added)
            if (added.matches('[aria-invalid=true]')) fields.add(added)
          }
        }
      }
      const toldBy = ([region, parts]: [Element, Element[]]) => {
        const there = parts.filter((part) => region.contains(part))
        if (there.length === 0) return []
        return isList(region) ? told(region, partWith(region, there)) : told(region)
      }
      heard.push(...[...regions].flatMap(toldBy), ...[...fields].flatMap(hintsOf))
    }
    // It does not bubble, so the page's own listeners are asked afterwards whether they prevented it: the browser says nothing then.
    // Of several fields the browser tells of the first alone, which has the focus then.
    const onInvalid = (event: Event) => setTimeout(hear, 0, event)
    const hear = ({ target: field, defaultPrevented }: Event) => {
      if (defaultPrevented || !(field instanceof Element) || field !== document.activeElement) return
      if (!field.matches(':invalid')) return
      complaints.add(field)
      heard.push(...complaintOf(field))
    }
    const forget = ({ target }: Event) => {
      if (target instanceof Element) complaints.delete(target)
    }
    const observer = new MutationObserver(onChanges)
    // A document that is written anew has lost its listeners; adding one twice changes nothing.
    const listen = () => {
      window.addEventListener('invalid', onInvalid, true)
      window.addEventListener('input', forget, true)
      observer.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['aria-invalid', 'hidden', 'open'],
      })
    }
    return { id: `${Date.now()}-${Math.random()}`, heard, complaints, listen }
  }

  window.doorstepEars ??= begin()
  const { id, heard, complaints, listen } = window.doorstepEars
  listen()
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const named = [
    ...all('button[aria-haspopup=listbox], [contenteditable]:not([contenteditable=false], [role])'),
  ]
  const labels = named.filter(isShown).flatMap((field) => {
    const own = field.getAttribute('aria-label')
    const around = field instanceof HTMLButtonElement ? [...field.labels] : []
    return [...(own ? [own] : []), ...[...byIds(field, 'aria-labelledby'), ...around].map(wordsOf)]
  })
  /** A label in HTML does not name what has a name of its own, or is no field in HTML. */
  const besides = all('label[for]').flatMap((label) => {
    const field = document.getElementById((label as HTMLLabelElement).htmlFor)
    if (!field || !isShown(label) || !isShown(field)) return []
    const isNamed = 'labels' in field && !field.matches('[aria-label], [aria-labelledby]')
    return isNamed ? [] : [wordsOf(label)]
  })
  /** Nor the field within an element that a page has made. */
  const made = all('label').flatMap((label) => {
    const { control } = label as HTMLLabelElement
    return control?.shadowRoot && isShown(control) && !control.matches('[aria-label]') ? [wordsOf(label)] : []
  })
  /** A label that names nothing belongs to the only field beside it. */
  const strays = all('label').flatMap((label) => {
    const { control, htmlFor } = label as HTMLLabelElement
    if (control || (htmlFor && document.getElementById(htmlFor)) || !isShown(label)) return []
    const FIELDS = 'input:not([type=hidden]), select, textarea'
    let around = label.parentElement
    while (around && !around.querySelector(FIELDS)) around = around.parentElement
    const [field, another] = around?.querySelectorAll(FIELDS) ?? []
    if (!field || another || around?.querySelectorAll('label').length !== 1) return []
    return isShown(field) ? [wordsOf(label)] : []
  })
  const unnamedCode = all('input[autocomplete="one-time-code"]:not([aria-labelledby])').some(
    (field) => isShown(field) && (field as HTMLInputElement).labels?.length === 0,
  )
  const now = [
    ...all(LIVE).flatMap((region) =>
      told(region).map((message): Message => (isList(region) ? { ...message, isList: true } : message)),
    ),
    ...all('[aria-invalid=true]').flatMap(hintsOf),
    ...[...complaints].flatMap(complaintOf),
    ...all(LISTED).flatMap(listed),
  ]
  return {
    document: id,
    now,
    heard,
    labels: [...new Set([...labels, ...besides, ...made, ...strays])],
    unnamedCode,
  }
}
