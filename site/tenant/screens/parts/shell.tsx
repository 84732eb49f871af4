import type { ReactNode } from 'react'
import { PressForm } from './form.tsx'
import { Message } from './message.tsx'

/** The entries of the left pane, as the documentation names them. */
const pane = [
  { page: 'managed-organizations', label: 'Managed organizations', path: 'organizations' },
  { page: 'users', label: 'Users', path: 'open/users' },
  { page: 'alerts', label: 'Alerts', path: 'alerts' },
  { page: 'risk-profiles', label: 'Risk profiles', path: 'risk-profiles' },
  { page: 'integrations', label: 'Integrations', path: 'integrations' },
  { page: 'my-organization', label: 'My organization', path: 'open/my-organization' },
  { page: 'audit-logs', label: 'Audit Logs', path: 'audit-logs' },
] as const

export type PanePage = (typeof pane)[number]['page']

interface ShellProps {
  /** Where one is: an entry of the left pane, or the dashboard or one's account, which have none. */
  at: PanePage | 'home' | 'account'
  heading: string
  base?: string | undefined
  email?: string | undefined
  tenantName?: string | undefined
  /** What has happened, or can't be done; stands above everything else. */
  message?: string | undefined
  tone?: 'wrong' | 'note' | undefined
  children?: ReactNode
}

const here = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {})

/** The frame of all screens after the login: top bar, left pane under Configuration, and the page's heading. */
export function Shell({
  at,
  heading,
  base = '',
  email = 'new.administrator@example.com',
  tenantName = 'Larkspur Managed Services',
  message,
  tone = 'note',
  children,
}: ShellProps) {
  const withPane = at !== 'home' && at !== 'account'
  const work = (
    <main className="work" id="work" tabIndex={-1}>
      <h1>{heading}</h1>
      {message ? <Message tone={tone}>{message}</Message> : null}
      {children}
    </main>
  )
  return (
    <div className="app">
      <header className="bar">
        {/* WCAG 2.2, 2.4.1: whoever goes by keyboard need not pass the bar and the pane on each page. */}
        <a className="button skip" href="#work">
          Skip to content
        </a>
        <p className="brand">Netwrix 1Secure</p>
        <nav aria-label="Product">
          <a href={`${base}/dashboard`} {...here(at === 'home')}>
            Home
          </a>
          <a href={`${base}/configuration`} {...(withPane ? { 'aria-current': true } : {})}>
            Configuration
          </a>
        </nav>
        <p className="soft">{tenantName}</p>
        <a className="soft" href={`${base}/account`} {...here(at === 'account')}>
          {email}
        </a>
        <PressForm action={`${base}/log-out`} look="secondary">
          Log out
        </PressForm>
      </header>
      {withPane ? (
        <div className="frame">
          <nav aria-label="Configuration" className="pane">
            <ul>
              {pane.map(({ page, label, path }) => (
                <li key={page}>
                  <a href={`${base}/configuration/${path}`} {...here(at === page)}>
                    {label}
                  </a>
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
