import { type FormEvent, useEffect, useState } from 'react'
import { deviceKey, enter, makeKey, passTo } from '../client/keys.ts'
import { Ready } from '../client/Ready.tsx'
import { RequestError, request } from '../client/request.ts'
import { readCode, spokenCode } from '../model/code.ts'
import { MOST_LETTERS } from '../model/names.ts'

/** What a browser that asks again sends again, so that it joins once. */
const key = typeof crypto === 'undefined' ? '' : makeKey()

/** The page on which one joins. */
export default function Join() {
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [ticket, setTicket] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const known = readCode(code)
  const [isSomebodyElse, setIsSomebodyElse] = useState(false)
  // What this browser keeps is not known while the page is built.
  const [isHere, setIsHere] = useState(false)
  useEffect(() => setIsHere(true), [])
  const before = isHere && known && !isSomebodyElse ? passTo('me', known) : undefined

  useEffect(() => {
    const read = () => {
      const [code = '', ticket] = location.hash.slice(1).split('.')
      setCode(spokenCode(readCode(code) ?? '').trim())
      setTicket(ticket)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])

  const join = async (event: FormEvent) => {
    event.preventDefault()
    if (!known) {
      setProblem('A class code has six letters and digits, as on the trainer’s screen.')
      return
    }
    setIsBusy(true)
    setProblem(undefined)
    try {
      const pass = { code: known, key: before?.key ?? key }
      await request('POST', `/classes/${known}/join`, undefined, {
        ...{ name, ticket, key: pass.key, device: deviceKey() },
      })
      enter('me', pass)
    } catch (error) {
      // Someone who was in it before comes back to a closed class.
      if (before && error instanceof RequestError && error.code === 'closed') return enter('me', before)
      setProblem((error as Error).message)
      setIsBusy(false)
    }
  }

  return (
    <form className="join card" onSubmit={join}>
      <Ready>
        <h1>Join a class</h1>
        <div className="field">
          <label htmlFor="code">Code</label>
          <input
            id="code"
            className="code-input"
            value={code}
            onChange={({ target }) => setCode(target.value.toUpperCase().slice(0, 8))}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="ABC 347"
            aria-invalid={problem ? true : undefined}
            aria-describedby="problem"
          />
        </div>
        {before ? (
          <p className="message offer">
            <span>Somebody has joined this class in this browser.</span>
            <button type="button" onClick={() => setIsSomebodyElse(true)}>
              That was not me
            </button>
          </p>
        ) : (
          <div className="field">
            <label htmlFor="name">Your name</label>
            <input
              id="name"
              value={name}
              onChange={({ target }) => setName(target.value)}
              maxLength={MOST_LETTERS * 2}
              autoComplete="nickname"
              placeholder="Leave empty to get one"
            />
            <p className="soft">The trainer and you see it. It need not be your real one.</p>
          </div>
        )}
        <p className="message wrong" id="problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="button" disabled={isBusy}>
          {isBusy ? 'Joining …' : before ? 'Join again' : 'Join'}
        </button>
      </Ready>
    </form>
  )
}
