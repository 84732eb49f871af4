import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { whatShows } from '../../page/what-shows.ts'
import { whyOf } from '../../page/why-of.ts'
import type { Json, Tools } from './functions.ts'

/** Seconds that an arrangement may take where the profile does not say it. */
export const ARRANGE_WITHIN = 30
/** Milliseconds that the picture of a page may take that has hung before. */
const PICTURE = 3_000

/** The tools of an arrangement, which remember what was called last, and what they have opened. */
export function remembering(tools: Tools<Json>) {
  const pages: Page[] = []
  let last: string | undefined
  const remembered = Object.fromEntries(
    Object.entries(tools).map(([name, tool]) => [
      name,
      typeof tool !== 'function'
        ? tool
        : (...args: unknown[]) => {
            last = `${name}(${args.map(brief).join(', ')})`
            const answer = (tool as (...args: unknown[]) => unknown)(...args)
            if (name === 'page')
              void (answer as Promise<Page>).then((page) => pages.push(page)).catch(() => {})
            return answer
          },
    ]),
  ) as unknown as Tools<Json>
  return { tools: remembered, pages, last: () => last }
}

const brief = (value: unknown) =>
  typeof value === 'string' ? `'${value}'` : value !== null && typeof value === 'object' ? '…' : String(value)

interface Arranging {
  /** What is arranged, in words. */
  what: string
  seconds: number
  /** What a page says is only asked for where one was opened. */
  pages: readonly Page[]
  /** The tool that was called last. */
  last(): string | undefined
}

/**
 * Arranges within its time.
 * @throws in one line: the call that failed or hangs, with its locator, what the page shows, and where its picture is
 */
export async function arrangeWithin<T>(
  arrange: () => Promise<T>,
  { what, seconds, pages, last }: Arranging,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), seconds * 1000)
  })
  try {
    return await Promise.race([arrange(), late])
  } catch (cause) {
    const why =
      cause instanceof Late
        ? `was not done within ${seconds} s; the last call is ${last() ?? 'none of the tools'}`
        : `failed: ${whyOf(cause)}`
    throw new Error(`${what} ${why}.${await lookAt(pages.at(-1))}`, { cause })
  } finally {
    clearTimeout(timer)
  }
}

class Late extends Error {}

async function lookAt(page: Page | undefined): Promise<string> {
  if (!page) return ''
  const path = join(await mkdtemp(join(tmpdir(), 'doorstep-arrangement-')), 'page.png')
  const shown = await whatShows(page)
  const taken = await page.screenshot({ path, timeout: PICTURE }).catch(() => undefined)
  return ` ${shown}${taken ? ` Picture: ${path}` : ''}`
}
