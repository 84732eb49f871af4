import type { Nodes } from 'mdast'

/** A line that begins or ends a block in one of the dialects of Markdown, as it is handed from source to tree. */
export type Marker =
  /** `indented`: what is indented below it belongs to it, as in MkDocs. */
  | { does: 'open'; name: string; title?: string; indented?: true }
  | { does: 'close'; name: string }
  | { does: 'include'; path: string }

/** A sign from the private use area keeps markers from being taken for comments that an author wrote. */
const OPENING = '<!--\ue000'

/** The marker as a line of Markdown: a comment, since nothing else ends a paragraph and a list wherever it is. */
export const written = (marker: Marker): string =>
  `${OPENING}${encodeURIComponent(JSON.stringify(marker))}-->`

/** The marker that a node of a parsed page is. */
export function markerOf(node: Nodes): Marker | undefined {
  if (node.type !== 'html' || !node.value.trimStart().startsWith(OPENING)) return undefined
  return JSON.parse(decodeURIComponent(node.value.trim().slice(OPENING.length, -3)))
}

/** The title in the attributes of a block: `title="A"`, `label: 'A'`, or the first text in quotes. */
export function titleIn(attributes: string): string | undefined {
  const named =
    /\b(?:title|label|name|header|heading|tabName|pivot|range)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(
      attributes,
    )
  const quoted = named ?? /"([^"]+)"|'([^']+)'/.exec(attributes)
  return quoted?.slice(1).find(Boolean)
}
