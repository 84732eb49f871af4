import { extname } from 'node:path'

const endingOf = (path: string) => extname(path).toLowerCase()

const markdown = ['.md', '.mdx', '.markdown', '.mdown', '.mkd', '.mdoc', '.qmd', '.rmd']

export const isMarkdown = (path: string): boolean => markdown.includes(endingOf(path))
export const isHtml = (path: string): boolean => /\.x?html?$/i.test(path)

/** Other formats that procedures are written in, with what turns them into Markdown. */
const formats: Record<string, [string, string]> = {
  '.adoc': ['AsciiDoc', 'npx downdoc PAGE, or asciidoctor and pandoc -f docbook -t gfm'],
  '.asciidoc': ['AsciiDoc', 'npx downdoc PAGE, or asciidoctor and pandoc -f docbook -t gfm'],
  '.rst': ['reStructuredText', 'pandoc -f rst -t gfm PAGE'],
  '.docx': ['a Word document', 'pandoc -f docx -t gfm PAGE'],
  '.odt': ['an OpenDocument text', 'pandoc -f odt -t gfm PAGE'],
  '.org': ['Org mode', 'pandoc -f org -t gfm PAGE'],
  '.textile': ['Textile', 'pandoc -f textile -t gfm PAGE'],
  '.mediawiki': ['MediaWiki text', 'pandoc -f mediawiki -t gfm PAGE'],
  '.dita': ['DITA', 'dita -i PAGE -f markdown_github'],
  '.pdf': ['a PDF', 'take the source that it was made of'],
}

/** Why a file is not read that may have procedures. */
export function otherFormat(file: string): string | undefined {
  const [format, command] = formats[endingOf(file)] ?? []
  return format && `"${file}" is ${format}, which is not read; convert it to Markdown first: ${command}.`
}
