import { Choice } from './parts/choice.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Message } from './parts/message.tsx'
import { SecretAndDirectory } from './parts/secret-and-directory.tsx'
import { Shell } from './parts/shell.tsx'
import type { ScreenProps, SsoForm } from './props.ts'

const methods = ['1Secure Authentication', 'Entra ID', 'OpenID Connect'] as const

type Method = (typeof methods)[number]

/** The recipient of a message, if it isn't said. */
const placeOf = (method: Method, message: string) => {
  if (method === '1Secure Authentication') return 'method'
  return method === 'Entra ID' || message.includes('Client ID') ? 'client-id' : 'discovery-url'
}

/** Without a tenant, it is the address that the documentation names. */
const documentedCallback = 'https://auth.netwrix.com/login/callback'

function WhatElse({ callback = documentedCallback, keeper }: SsoForm) {
  return (
    <>
      <div className="field">
        <label htmlFor="callback">Callback address, for the provider</label>
        <input id="callback" type="text" readOnly value={callback} />
      </div>
      <p className="soft">
        {keeper
          ? `${keeper} keeps 1Secure Authentication: a wrong setting can’t lock everyone out.`
          : 'One Administrator keeps 1Secure Authentication, so that a wrong setting can’t lock everyone out.'}
      </p>
    </>
  )
}

/** The pane in which the way of logging in is chosen (configure-sso-entra.4 to 6, configure-sso-oidc.4 to 7). */
function AuthenticationSettings({ method, ...props }: ScreenProps & { method: Method }) {
  const { base = '', email, tenantName, message, tone = 'wrong', sso = {} } = props
  const wrong = tone === 'wrong' ? message : undefined
  const at = wrong && (props.at ?? placeOf(method, wrong))
  const messageAt = (name: string) => (at === name ? { message: wrong ?? '' } : {})
  // A page that answers the form is at this address, too: loaded again, it shows the same pane.
  const own = new URLSearchParams({ method })
  return (
    <Shell at="my-organization" heading="Authentication settings" {...{ base, email, tenantName }}>
      <div className="panel">
        {tone === 'note' ? <Message tone="note">{message}</Message> : null}
        <Form action={`${base}/configuration/my-organization/settings?${own}`} className="settings">
          {/* What Enter in a field does: the first button of a form. */}
          <button
            type="submit"
            name="do"
            value="save"
            className="visually-hidden"
            tabIndex={-1}
            aria-hidden="true"
          >
            Save
          </button>
          {/* Which pane it is: another method may be chosen in the list. */}
          <input type="hidden" name="pane" value={method} />
          <div className="with-button">
            <Choice name="method" label="Method" options={methods} value={method} {...messageAt('method')} />
            <Button look="secondary" name="do" value="choose">
              Use this method
            </Button>
          </div>
          {method === '1Secure Authentication' ? (
            <p className="soft">Everyone logs in by password and a second factor.</p>
          ) : (
            <>
              <Field
                name="client-id"
                label="Client ID"
                type="text"
                autoComplete="off"
                maxLength={255}
                value={sso.clientId}
                {...messageAt('client-id')}
              />
              {method === 'OpenID Connect' ? (
                <Field
                  name="discovery-url"
                  label="Discovery url"
                  type="url"
                  inputMode="url"
                  autoComplete="off"
                  maxLength={2000}
                  value={sso.discoveryUrl}
                  {...messageAt('discovery-url')}
                />
              ) : null}
              <SecretAndDirectory sso={sso} message={at === 'directory-id' ? wrong : undefined} />
              <WhatElse {...sso} />
            </>
          )}
          <div className="buttons">
            <Button name="do" value="save">
              Save
            </Button>
            {method === '1Secure Authentication' ? null : (
              <Button look="secondary" name="do" value="test">
                Test connection
              </Button>
            )}
            <Button look="secondary" name="do" value="cancel">
              Cancel
            </Button>
          </div>
        </Form>
      </div>
    </Shell>
  )
}

export const SettingsOf1Secure = (props: ScreenProps) => (
  <AuthenticationSettings {...props} method="1Secure Authentication" />
)
export const SettingsOfEntraId = (props: ScreenProps) => (
  <AuthenticationSettings {...props} method="Entra ID" />
)
export const SettingsOfOpenidConnect = (props: ScreenProps) => (
  <AuthenticationSettings {...props} method="OpenID Connect" />
)
