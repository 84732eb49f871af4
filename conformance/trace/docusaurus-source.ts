const fence = /^\s*(`{3,}|~{3,})/
const admonitionTitle = /^(\s*:{3,}[a-z][\w-]*)[ \t]+(?![[{])(\S.*?)\s*$/i
const headingId = /^(\s*#{1,6}\s.*?)\s*\{#[\w.:-]+\}\s*$/

function forgive(line: string): string {
  return line
    .replace(admonitionTitle, '$1[$2]')
    .replace(headingId, '$1')
    .replaceAll('<!--', '{/*')
    .replaceAll('-->', '*/}')
}

/**
 * What Docusaurus forgives before it parses, so that its pages are read as it reads them: HTML comments, `{#id}` behind a
 * heading, `:::note Title`, blocks of `mdx-code-block`. Other code stays as it is, and every line keeps its number.
 */
export function forgiveDocusaurus(source: string): string {
  let open: { mark: string; unwrap: boolean } | undefined
  const lines = source.split('\n').map((line) => {
    const mark = fence.exec(line)?.[1]
    if (open && mark?.startsWith(open.mark)) {
      const { unwrap } = open
      open = undefined
      return unwrap ? '' : line
    }
    if (open) return open.unwrap ? forgive(line) : line
    if (!mark) return forgive(line)
    const unwrap = line.trim().slice(mark.length).trim() === 'mdx-code-block'
    open = { mark, unwrap }
    return unwrap ? '' : line
  })
  return lines.join('\n')
}
