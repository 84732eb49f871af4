import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'

/** Puts a folder in the place of another, which is deleted. A reader always finds one of the two. */
export function swapIn(fresh: string, place: string): void {
  const former = `${fresh}-former`
  chmodSync(fresh, 0o755)
  if (existsSync(place)) renameSync(place, former)
  renameSync(fresh, place)
  rmSync(former, { recursive: true, force: true })
}
