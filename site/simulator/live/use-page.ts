import { useEffect, useState } from 'react'
import type { Frame } from './frame.ts'
import type { FramePage } from './frame-pages.ts'

/** The page that the frame really shows; the stream may be ahead of it. */
export function usePage(frame: Frame | undefined): FramePage | undefined {
  const [shown, setShown] = useState<{ frame: Frame; page: FramePage }>()
  useEffect(() => frame?.pages.on((page) => setShown({ frame, page })), [frame])
  useEffect(() => shown?.frame.readFromHeading(), [shown])
  return shown?.frame === frame ? shown?.page : frame?.page
}
