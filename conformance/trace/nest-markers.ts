import type { RootContent } from 'mdast'
import { type Marker, markerOf } from './marker.ts'

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>

interface Open {
  node: ContainerDirective
  /** Column from which on a block belongs to it, where indentation says so. */
  column?: number
}

const columnOf = (node: RootContent) => node.position?.start.column ?? 1

function containerFor(
  { name, title }: Marker & { does: 'open' },
  { position }: RootContent,
): ContainerDirective {
  return {
    type: 'containerDirective',
    name,
    ...(title && { attributes: { title } }),
    children: [],
    ...(position && { position }),
  }
}

/** Blocks of MkDocs are indented by four; two are enough to tell. */
const INDENT = 2

/** Puts what is between markers into containers, on every level of a page. Unmatched ends are dropped. */
export function nestMarkers(nodes: RootContent[]): RootContent[] {
  const all: RootContent[] = []
  const open: Open[] = []
  const add = (node: RootContent) =>
    ((open.at(-1)?.node.children as RootContent[] | undefined) ?? all).push(node)
  for (const node of nodes) {
    while ((open.at(-1)?.column ?? 0) > columnOf(node)) open.pop()
    const marker = markerOf(node)
    if (!marker || marker.does === 'include') {
      if ('children' in node) node.children = nestMarkers(node.children as RootContent[]) as never
      add(node)
    } else if (marker.does === 'close') {
      const place = open.findLastIndex((one) => one.node.name === marker.name)
      if (place >= 0) open.length = place
    } else {
      const container = containerFor(marker, node)
      add(container)
      open.push({ node: container, ...(marker.indented && { column: columnOf(node) + INDENT }) })
    }
  }
  return all
}
