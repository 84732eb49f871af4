import { withoutCode } from './dialects.ts'

const admonitionTitle = /^(\s*:{3,}[a-z][\w-]*)[ \t]+(?![[{:])(\S.*?)\s*$/i
const autoNumber = /^(\s*)#\.(?=\s+\S)/
const headingId = /^(\s*#{1,6}\s.*?)\s*\{#[\w.:-]+\}\s*$/
const wrapper = /^(\s*)(`{3,}|~{3,})mdx-code-block[ \t]*\n([\s\S]*?)\n\s*\2[ \t]*$/gm

/**
 * What many generators forgive: `{#id}` behind a heading, `:::note Title`, `#.` for the next number, blocks of `mdx-code-block`. Other code stays
 * as it is, and every line keeps its number.
 */
export const forgive = (source: string): string =>
  withoutCode(source.replace(wrapper, '\n$3\n'), (line) =>
    line.replace(admonitionTitle, '$1[$2]').replace(headingId, '$1').replace(autoNumber, '$11.'),
  )

/** MDX knows no HTML comments; Docusaurus takes them for its own. */
export const withoutHtmlComments = (source: string): string =>
  withoutCode(source, (line) => line.replaceAll('<!--', '{/*').replaceAll('-->', '*/}'))
