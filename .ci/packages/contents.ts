/** What a package holds, beside what its exports and its command import. Paths and globs are from the root of the repository. */
export interface Contents {
  /** Where its manifest is; it is built into `dist` below. */
  folder: string
  /** Folders whose compiled files it holds. What is compiled of others comes from their package. */
  rooms: readonly string[]
  /** Sources that are found by their name, not by an import. */
  entries?: readonly string[]
  /** Files that are read as they are. */
  assets: readonly string[]
  /** Sources that are read as text. They come into `src`: beside the types, a compiler would take them instead. */
  sources?: readonly string[]
  /** Files of other packages that are read as they are, by where they come to: a few of many. */
  copies?: Readonly<Record<string, string>>
  /** Packages that it holds what it needs of, bundled. None is part of a type that is exported. */
  vendored: readonly string[]
}

/** Every package that can be installed, before those that it needs. */
export const contents: readonly Contents[] = [
  {
    folder: 'conformance',
    rooms: ['conformance', 'site'],
    entries: [
      'conformance/cli.ts',
      'conformance/checks/*/*[0-9]-*.ts',
      'conformance/defects/!(run-check|judge-defect|kill-matrix|matrix-table).ts',
      'conformance/run/{reporter,playwright.config,*.playwright}.ts',
      'conformance/targets/bundled/doorstep.config.ts',
      'conformance/trace/read-pages.worker.ts',
      'site/mailbox/read-mail.worker.ts',
    ],
    assets: [
      'conformance/doorstep.mjs',
      'conformance/report/html/styles/*.css',
      'conformance/{checks,defects,plan,targets}/README.md',
      'conformance/pipeline.md',
      'conformance/action/action.yml',
      'conformance/recipes/{check.sh,gitlab-ci.yml}',
    ],
    vendored: [
      ...['@clack/prompts', 'commander', 'picocolors', 'flatqueue', 'p-limit', 'get-port', 'diff', 'yaml'],
      ...['unified', 'vfile', 'unist-util-visit', 'remark-directive', 'remark-frontmatter', 'remark-gfm'],
      ...['remark-mdx', 'remark-parse', 'mdast-util-to-hast', 'mdast-util-to-string', 'hast-util-raw'],
      ...[
        'hast-util-to-mdast',
        'htmlparser2',
        'node-html-parser',
        'postal-mime',
        'fast-xml-builder',
        'fflate',
        'pngjs',
      ],
      ...['@simplewebauthn/server', 'otplib', 'qrcode', '@zxcvbn-ts/language-common', 'kysely', 'undici'],
      ...['react', 'react-dom', 'hono', '@hono/node-server'],
    ],
  },
  {
    folder: 'mock-idp',
    rooms: ['mock-idp'],
    assets: ['mock-idp/look/*.{css,js,svg}'],
    copies: {
      'mock-idp/look/typefaces/inter.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
      'mock-idp/look/typefaces/inter-LICENSE': '@fontsource-variable/inter/LICENSE',
      'mock-idp/look/typefaces/jetbrains-mono.woff2':
        '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2',
      'mock-idp/look/typefaces/jetbrains-mono-LICENSE': '@fontsource/jetbrains-mono/LICENSE',
    },
    vendored: ['@peculiar/x509', 'hono', 'reflect-metadata'],
  },
  {
    folder: 'machines',
    rooms: ['machines'],
    assets: [],
    sources: ['machines/{authoring,index}.ts', 'machines/model/*.ts', 'machines/first-login/*.{ts,md,json}'],
    vendored: ['@levischuck/tiny-cbor', '@noble/curves', '@noble/hashes', 'jsqr', 'otplib', '@otplib/uri'],
  },
]

/** What a package never holds. */
export const NEVER = /\.(?:test|spec)\.tsx?$|\/(?:testing|fixtures|dist|node_modules)\//
