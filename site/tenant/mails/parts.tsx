import type { CSSProperties, ReactNode } from 'react'

/** Mail programs know neither style sheets nor custom properties for sure: everything is said at its place. */
const style = {
  page: { margin: 0, padding: '32px 12px', background: '#eef1f5', color: '#1d2939' },
  sheet: {
    maxWidth: 560,
    margin: '0 auto',
    padding: '32px 36px',
    background: '#ffffff',
    borderRadius: 12,
    fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fontSize: 16,
    lineHeight: 1.55,
  },
  name: { margin: '0 0 24px', color: '#475467', fontSize: 14, fontWeight: 600, letterSpacing: '0.02em' },
  title: { margin: '0 0 16px', fontSize: 24, lineHeight: 1.25, fontWeight: 650 },
  button: {
    display: 'inline-block',
    padding: '13px 22px',
    background: '#1f5fbf',
    borderRadius: 8,
    color: '#ffffff',
    fontWeight: 600,
    textDecoration: 'none',
  },
  link: { color: '#1f5fbf' },
  small: {
    margin: '0 0 16px',
    color: '#475467',
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 13,
    wordBreak: 'break-all',
  },
  foot: {
    margin: '28px 0 0',
    paddingTop: 16,
    borderTop: '1px solid #e4e7ec',
    color: '#475467',
    fontSize: 13,
  },
  preview: { display: 'none', maxHeight: 0, overflow: 'hidden' },
} satisfies Record<string, CSSProperties>

/** Mail programs that know them show these in a dark theme; all others ignore them. */
const inDark = `
:root { color-scheme: light dark }
.page { background: light-dark(#eef1f5, #101319) !important; color: light-dark(#1d2939, #e7eaf0) !important }
.sheet { background: light-dark(#ffffff, #1b1f27) !important }
.soft { color: light-dark(#475467, #aab3c2) !important; border-color: light-dark(#e4e7ec, #353b47) !important }
.link { color: light-dark(#1f5fbf, #8ab8ff) !important }
`

/** A whole HTML mail. `preview` is what mail programs show next to the subject. */
export function MailPage({
  title,
  preview,
  foot = 'You didn’t expect this mail? Then nothing needs to be done: without a password the account stays closed.',
  children,
}: {
  title: string
  preview: string
  /** For people who didn't expect the mail. */
  foot?: string
  children: ReactNode
}) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{inDark}</style>
      </head>
      <body className="page" style={style.page}>
        <div style={style.preview}>{preview}</div>
        <div className="sheet" style={style.sheet}>
          <p className="soft" style={style.name}>
            Netwrix 1Secure
          </p>
          <h1 style={style.title}>{title}</h1>
          {children}
          <p className="soft" style={style.foot}>
            {foot}
          </p>
        </div>
      </body>
    </html>
  )
}

export function MailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p style={{ margin: '24px 0' }}>
      <a href={href} style={style.button}>
        {children}
      </a>
    </p>
  )
}

export function MailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="link" style={style.link}>
      {children}
    </a>
  )
}

/** An address to be copied. */
export function Small({ children }: { children: ReactNode }) {
  return (
    <p className="soft" style={style.small}>
      {children}
    </p>
  )
}
