import { useEffect, useRef } from 'react'

interface Props {
  html: string
  theme: string | undefined
  /** Follows a link. */
  onLink: (link: HTMLElement) => void
  /** Is called when it has been drawn, or drawn anew. */
  onDrawn: (root: ShadowRoot) => void
}

/**
 * A mail without a frame, for a page that is itself in a sandboxed frame: there, what is in a further frame cannot be
 * reached. Only for mails that were rendered with the site.
 */
export function ShadowMail({ html, theme, onLink, onDrawn }: Props) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const page = new DOMParser().parseFromString(html, 'text/html')
    const styles = [...page.querySelectorAll('style')].map((style) => {
      style.textContent = (style.textContent ?? '').replaceAll(':root', ':host').replace(/\bbody\b/g, '.page')
      return style
    })
    const body = document.createElement('div')
    for (const { name, value } of page.body.attributes) body.setAttribute(name, value)
    body.classList.add('page')
    body.append(...page.body.childNodes)
    root.replaceChildren(...styles, body)
    onDrawn(root)
  }, [html, onDrawn])
  useEffect(() => {
    const { current } = host
    if (!current) return
    const follow = (event: MouseEvent) => {
      const [target] = event.composedPath()
      const link = target instanceof Element ? target.closest<HTMLElement>('a[href]') : null
      if (!link) return
      event.preventDefault()
      onLink(link)
    }
    current.addEventListener('click', follow)
    return () => current.removeEventListener('click', follow)
  }, [onLink])
  return <div ref={host} className="mail-body" style={{ colorScheme: theme }} />
}
