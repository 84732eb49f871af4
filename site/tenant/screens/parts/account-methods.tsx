import type { MethodRow } from '../props.ts'
import { PressForm } from './form.tsx'
import { Lead } from './lead.tsx'
import { timeOf } from './time-of.ts'

interface MethodProps {
  base: string
  method: MethodRow
  removable: boolean
}

function Method({ base, method: { id, name, addedAt }, removable }: MethodProps) {
  return (
    <tr>
      <th scope="row" id={`method-${id}`}>
        {name}
      </th>
      <td data-label="Added">{addedAt ? timeOf(addedAt) : '–'}</td>
      <td>
        {removable ? (
          <PressForm
            action={`${base}/account/remove`}
            look="secondary"
            name="method"
            value={id}
            describedBy={`method-${id}`}
          >
            Remove
          </PressForm>
        ) : null}
      </td>
    </tr>
  )
}

interface MethodsProps {
  base: string
  methods: MethodRow[]
  confirmed: boolean
}

/** The second factors and the password of an account that logs in by them. */
export function AccountMethods({ base, methods, confirmed }: MethodsProps) {
  return (
    <>
      <section aria-labelledby="methods">
        <h2 id="methods">How you prove that it’s you</h2>
        <div className="list">
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Added</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {methods.map((method) => (
                <Method
                  key={method.id}
                  base={base}
                  method={method}
                  removable={confirmed && methods.length > 1}
                />
              ))}
            </tbody>
          </table>
        </div>
        <p className="soft">
          One method always stays. A new authenticator app takes the place of the old one.
        </p>
        {confirmed ? <PressForm action={`${base}/account/add`}>Add a method</PressForm> : null}
      </section>
      <section aria-labelledby="password">
        <h2 id="password">Password</h2>
        <p>
          <Lead base={base} to="change-password" />
        </p>
      </section>
    </>
  )
}
