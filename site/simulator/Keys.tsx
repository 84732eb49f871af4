import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Acting } from './Bench.tsx'
import { type BenchProps, turnTo } from './bench.ts'
import { splitChoices } from './walk/choices.ts'

interface Props extends BenchProps {
  perform: (event: string) => void
  acting?: Acting | undefined
  canDo?: ((event: string) => boolean) | undefined
  /** Nothing is being done, and the moment that is shown can be acted on. */
  isIdle: boolean
}

const keys = [
  ['←', 'One moment back'],
  ['→', 'One moment forward; at the last one, do the next step'],
  ['?', 'Show the keys'],
] as const

const searchKey = ['/', 'Search'] as const

/** What has a use of its own for the keys. */
const HAS_OWN = 'input, select, textarea, [contenteditable], .sheet, .wire-panel'

/** The keys that walk, and the button that lists them. */
export function Keys({ perform, acting, canDo = () => true, isIdle, ...bench }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [listed, setListed] = useState<readonly (readonly [string, string])[]>(keys)
  const { moments, at, go, back, place } = bench
  const forward = () => {
    if (at < moments.length - 1) return go(turnTo(at + 1))
    const now = acting ?? bench
    const [next] = splitChoices(now.flow, now.moments, now.at).documented
    if (next && isIdle && canDo(next.event)) perform(next.event)
  }
  /** Only the pages of the site have a search: an exported file, an embedded walk and a class have none. */
  const list = () => {
    setListed(document.querySelector('.open-search') ? [...keys, searchKey] : keys)
    dialog.current?.showModal()
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    const [target] = event.composedPath()
    const isTaken = target instanceof Element && target.closest(HAS_OWN) !== null
    if (isTaken || event.ctrlKey || event.altKey || event.metaKey || dialog.current?.open) return
    if (event.key === '?') list()
    else if (event.key === 'ArrowRight') forward()
    else if (event.key === 'ArrowLeft' && (at > 0 || place.within)) back()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <>
      <button type="button" aria-label="Keys" title="Keys (?)" onClick={list}>
        ?
      </button>
      <dialog ref={dialog} className="keys" aria-labelledby="keys">
        <h2 id="keys">Keys</h2>
        <dl>
          {listed.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}
