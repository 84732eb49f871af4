import { useEffect, useState } from 'react'
import type { Frame, FramePage } from './frame.ts'

/** The page that the frame really shows; the stream may be ahead of it. */
export function usePage(frame: Frame): FramePage | undefined {
  const [page, setPage] = useState(frame.page)
  useEffect(() => frame.onPage(setPage), [frame])
  return page
}
