import { type ReactNode, useContext } from 'react'
import { type PanePage, pane } from '../links.ts'
import { PressForm } from './form.tsx'
import { Lead } from './lead.tsx'
import { Main } from './main.tsx'
import { Message } from './message.tsx'
import { ShownScreen } from './shown-screen.ts'

interface ShellProps {
  /** The current place: an entry of the left pane, or the dashboard or the account, which have none. */
  at: PanePage | 'home' | 'account'
  heading: ReactNode
  /** Where the page is, for one that also answers a form which is sent elsewhere: loaded again, it is the same page. */
  address?: string | undefined
  base?: string | undefined
  email?: string | undefined
  tenantName?: string | undefined
  /** What has happened, or can't be done; shown above everything else. */
  message?: string | undefined
  tone?: 'wrong' | 'note' | undefined
  children?: ReactNode
}

const pages = Object.keys(pane) as PanePage[]

const here = (is: boolean) => (is ? 'page' : false)

/** The frame of all screens after the login: top bar, left pane under Configuration, and the page's heading. */
export function Shell({
  at,
  heading,
  address,
  base = '',
  email = 'new.administrator@example.com',
  tenantName = 'Larkspur Managed Services',
  message,
  tone = 'note',
  children,
}: ShellProps) {
  const shown = useContext(ShownScreen)
  const withPane = at !== 'home' && at !== 'account'
  const work = (
    <Main className="work" id="work" tabIndex={-1}>
      <h1>{heading}</h1>
      {message ? <Message tone={tone}>{message}</Message> : null}
      {children}
    </Main>
  )
  return (
    <div className="app" data-address={address && base + address}>
      <header className="bar">
        {/* WCAG 2.2, 2.4.1: a keyboard user can skip the bar and the pane on each page. */}
        <a className="button skip" href="#work">
          Skip to content
        </a>
        <p className="brand">Netwrix 1Secure</p>
        <nav aria-label="Product">
          <Lead base={base} to="home" isHere={here(at === 'home')} />
          <Lead base={base} to="configuration" isHere={withPane} />
        </nav>
        <p className="soft">{tenantName}</p>
        <Lead base={base} to="account" className="soft" isHere={here(at === 'account')}>
          {email}
        </Lead>
        <PressForm action={`${base}/log-out?from=${shown}`} look="secondary">
          Log out
        </PressForm>
      </header>
      {withPane ? (
        <div className="frame">
          <nav aria-label="Configuration" className="pane">
            <ul>
              {pages.map((page) => (
                <li key={page}>
                  <Lead base={base} to={page} isHere={here(at === page)} />
                </li>
              ))}
            </ul>
          </nav>
          {work}
        </div>
      ) : (
        work
      )}
    </div>
  )
}
