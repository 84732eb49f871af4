import type { SsoForm } from '../props.ts'
import { Field } from './field.tsx'

interface CheckProps {
  name: string
  ticked?: boolean | undefined
  children: string
}

function Check({ name, ticked, children }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value="yes" defaultChecked={ticked} /> {children}
    </label>
  )
}

/** What the documented steps don't ask for, though most providers need it: kept out of the way. */
export function SecretAndDirectory({ sso, message }: { sso: SsoForm; message?: string | undefined }) {
  const { directoryId, hasSecret, inForce, backChannelLogout } = sso
  return (
    <details open={message !== undefined || sso.open === true}>
      <summary>Client secret and directory</summary>
      <div className="more">
        <Field
          name="directory-id"
          label="Directory (tenant) ID"
          type="text"
          autoComplete="off"
          maxLength={64}
          optional
          value={directoryId}
          {...(message === undefined ? {} : { message })}
          hint="Entra only. Left empty, the directory of your own address is used."
        />
        <Field
          name="client-secret"
          label="Client secret"
          type="password"
          autoComplete="new-password"
          maxLength={1000}
          optional
          hint={
            hasSecret
              ? 'One is kept, and never shown. Leave this empty to keep it.'
              : 'Without one, the provider must give out ID tokens through the browser.'
          }
        />
        {hasSecret ? (
          <Check name="forget-secret" ticked={sso.forgetSecret}>
            Forget the client secret
          </Check>
        ) : null}
        {inForce ? (
          <Check name="relink" ticked={sso.relink}>
            Find everyone by address again at the next login
          </Check>
        ) : null}
        {backChannelLogout ? (
          <div className="field">
            <label htmlFor="back-channel-logout">Back-channel logout address, for the provider</label>
            <input id="back-channel-logout" type="text" readOnly value={backChannelLogout} />
          </div>
        ) : null}
      </div>
    </details>
  )
}
