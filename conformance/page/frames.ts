import type { BrowserContext, Frame, Page } from '@playwright/test'

/** The origins, other than its own, whose frames count as a part of the page. */
const further = new WeakMap<BrowserContext, readonly string[]>()

/** From now on frames of these origins are looked into as well. @param origins such as `https://id.example.com` */
export function lookInto(context: BrowserContext, origins: readonly string[]): void {
  further.set(
    context,
    origins.map((one) => new URL(one).origin),
  )
}

/**
 * The page itself, and the frames in it that people see as a part of it: visible ones of its own origin, which another origin could not
 * read or fill. The page comes first.
 */
export async function framesOf(page: Page): Promise<Frame[]> {
  const [main, ...inner] = page.frames()
  if (!main || inner.length === 0) return [page.mainFrame()]
  const own = inner.filter((frame) => belongs(frame, page))
  const isSeen = await Promise.all(own.map(isShown))
  return [main, ...own.filter((_, n) => isSeen[n])]
}

function belongs(frame: Frame, page: Page): boolean {
  const origin = originOf(frame)
  const isKnown = origin === originOf(page.mainFrame()) || further.get(page.context())?.includes(origin)
  const parent = frame.parentFrame()
  return isKnown === true && (parent === null || parent === page.mainFrame() || belongs(parent, page))
}

/** A frame without an address of its own has the origin of what it is in. */
function originOf(frame: Frame): string {
  const parent = frame.parentFrame()
  if (parent && /^about:/.test(frame.url() || 'about:blank')) return originOf(parent)
  return new URL(frame.url()).origin
}

/** A frame that is just being taken away is not. */
const isShown = (frame: Frame): Promise<boolean> =>
  frame
    .frameElement()
    .then((element) => element.isVisible())
    .catch(() => false)

/** What is found in the page and in each of its frames, one after the other. */
export const inFrames = async <T>(page: Page, find: (frame: Frame) => Promise<T[]>): Promise<T[]> =>
  (await Promise.all((await framesOf(page)).map(find))).flat()
