import type mermaid from 'mermaid'

/** What the page needs to know of one diagram: its source, and the names that its parts get. */
export interface Drawing {
  source: string
  /** Mermaid's id of a state → its path in the machine. */
  states: Record<string, string>
  /** For each arrow, in order, the ids of its transitions. */
  arrows: string[][]
}

/**
 * Renders one diagram, in a browser, and strips it to plain SVG whose parts carry `data-state` and `data-edge`, to be coloured
 * by the site's own style sheet. Needs nothing but its arguments, so that it can be handed to a page as it is.
 */
export async function draw({ source, states, arrows }: Drawing, renderer: typeof mermaid): Promise<string> {
  renderer.initialize({
    startOnLoad: false,
    theme: 'base',
    securityLevel: 'loose',
    fontFamily: '"Inter Variable", sans-serif',
    themeVariables: { fontSize: '15px' },
  })
  await document.fonts.load('15px "Inter Variable"')
  const drawn = document.createElement('div')
  drawn.innerHTML = (await renderer.render('diagram', source)).svg
  const svg = drawn.querySelector('svg') as SVGSVGElement
  const all = (selector: string) => [...svg.querySelectorAll<SVGElement>(selector)]

  for (const node of all('g.node, g.statediagram-cluster')) {
    const id = node.id
      .replace(/^diagram-/, '')
      .replace(/^state-/, '')
      .replace(/-\d+$/, '')
    if (states[id]) node.dataset.state = states[id]
    node.setAttribute('class', node.matches('.statediagram-cluster') ? 'frame' : 'state')
  }
  arrows.forEach((edges, n) => {
    for (const path of all(`path[data-id="edge${n}"]`)) {
      path.dataset.edge = edges.join(' ')
      path.setAttribute('class', 'arrow')
      path.setAttribute('marker-end', 'url(#arrow-head)')
    }
    const lines = svg.querySelector(`.edgeLabel [data-id="edge${n}"] p`)
    lines?.replaceChildren(
      ...lines.innerHTML.split(/<br\s*\/?>/).flatMap((line, i) => {
        const span = document.createElement('span')
        span.dataset.edge = edges[i]
        span.innerHTML = line
        return [span, document.createElement('br')].slice(0, i < edges.length - 1 ? 2 : 1)
      }),
    )
  })
  for (const label of all('.edgeLabel')) label.setAttribute('class', 'arrow-label')

  for (const element of all('style, defs, rect:not([width])')) element.remove()
  svg.insertAdjacentHTML(
    'afterbegin',
    '<defs><marker id="arrow-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>',
  )
  const kept = [
    'style',
    'id',
    'role',
    'aria-roledescription',
    'data-look',
    'data-id',
    'data-et',
    'data-points',
  ]
  for (const element of all('*'))
    for (const attribute of kept)
      if (!element.matches('foreignObject *') && element.id !== 'arrow-head')
        element.removeAttribute(attribute)
  for (const name of ['id', 'style', 'width', 'class', 'role', 'aria-roledescription'])
    svg.removeAttribute(name)
  return svg.outerHTML
}

/** How wide a diagram is at 100 %. Large ones are shown smaller, but their words stay legible. Both widths in px. */
export const shownWidth = (width: number): number => Math.round(width * (width > 1200 ? 0.82 : 0.92))

/** What the style sheet has to know of a diagram, to fit it: its size at 100 %, and its ratio. */
export function sizeOf(width: number, height: number): string {
  const wide = shownWidth(width)
  return `--ratio: ${width / height}; --wide: ${wide}px; --high: ${Math.ceil((height * wide) / width)}px`
}
