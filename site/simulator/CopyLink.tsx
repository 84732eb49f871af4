import { useCopy } from './use-copy.ts'

/** The address of the moment on the page of its flow, from wherever it is shown. */
const addressOfMoment = () => {
  const address = new URL(location.href)
  address.pathname = address.pathname.replace('/embed/', '/flows/')
  address.search = ''
  return address.href
}

/** Copies the address of the moment that is shown. */
export function CopyLink() {
  const { said, copy } = useCopy('Link copied')
  return (
    <button
      type="button"
      className="copy-link"
      aria-label="Copy link to this moment"
      title={said || 'Copy link to this moment'}
      onClick={() => copy(addressOfMoment())}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path
          d={
            said
              ? 'm4 10.5 4 4 8-9'
              : 'M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1m1 4a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1'
          }
        />
      </svg>
      <span className="named" aria-hidden="true">
        {said || 'Copy link'}
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </button>
  )
}
