interface DocsPage {
  href: string
  title: string
}

/** The pages of the documentation, in the order in which they can be read. */
export const groups: readonly { title: string; pages: readonly DocsPage[] }[] = [
  {
    title: 'Quick start',
    pages: [
      { href: '/docs/', title: 'What Doorstep is' },
      { href: '/docs/readers/', title: 'For readers' },
      { href: '/docs/teams/', title: 'For teams' },
      { href: '/docs/trainers/', title: 'For trainers' },
    ],
  },
  {
    title: 'Guides',
    pages: [
      { href: '/docs/plan/', title: 'How the plan works' },
      { href: '/docs/pipeline/', title: 'In a pipeline' },
      { href: '/docs/add-a-product/', title: 'Add a product' },
      { href: '/docs/hosting/', title: 'Hosting' },
      { href: '/docs/troubleshooting/', title: 'Troubleshooting' },
    ],
  },
  {
    title: 'Reference',
    pages: [
      { href: '/docs/commands/', title: 'Commands' },
      { href: '/docs/profile/', title: 'Profile' },
      { href: '/docs/checks/', title: 'Checks' },
      { href: '/docs/verdicts/', title: 'Verdicts' },
      { href: '/docs/misbehaviours/', title: 'Misbehaviours' },
    ],
  },
  {
    title: 'Background',
    pages: [
      { href: '/docs/architecture/', title: 'Architecture' },
      { href: '/docs/security/', title: 'Security' },
      { href: '/docs/kill-matrix/', title: 'Kill matrix' },
      { href: '/docs/benchmarks/', title: 'Benchmarks' },
      { href: '/docs/proofs/', title: 'Proofs' },
    ],
  },
  {
    title: 'Decisions',
    pages: [
      { href: '/docs/decisions/', title: 'Decisions' },
      { href: '/docs/decisions/events-are-data/', title: 'Events are data' },
      { href: '/docs/decisions/tenant-apart/', title: 'The tenant does not know the model' },
      { href: '/docs/decisions/least-cost/', title: 'A plan is a flow of least cost' },
      { href: '/docs/decisions/controls/', title: 'A refusal needs a control' },
      { href: '/docs/decisions/playwright/', title: 'Playwright is the engine' },
      { href: '/docs/decisions/packages/', title: 'Packages bring what they need' },
      { href: '/docs/decisions/storage/', title: 'SQLite until you need more' },
      { href: '/docs/decisions/lock/', title: 'A lock holds hashes' },
    ],
  },
]

const all = groups.flatMap(({ pages }) => pages)

/** The pages before and after one. */
export function besides(href: string): { before: DocsPage | undefined; after: DocsPage | undefined } {
  const place = all.findIndex((page) => page.href === href)
  return { before: all[place - 1], after: place < 0 ? undefined : all[place + 1] }
}
