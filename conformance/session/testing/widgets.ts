/** Fields as component libraries render them: the same elements, roles, names and keys, without their looks. */

/** Opens a list at its button or field, and takes a choice by mouse or by keyboard. */
const behaviour = `<script>
document.addEventListener('click', ({ target }) => {
  const opener = target.closest('[data-opens]')
  const option = target.closest('[data-value]')
  const twoWay = target.closest('button[role=checkbox], button[role=switch], span[role=checkbox], [role=radio]:not(input)')
  if (opener) open(opener)
  if (option) take(option)
  if (twoWay) turn(twoWay)
})
document.addEventListener('keydown', (event) => {
  const { target, key } = event
  if (target.matches('[role=checkbox], [role=switch], [role=radio]') && target.tagName !== 'BUTTON' && key === ' ') turn(target)
})
const listOf = (opener) => document.getElementById(opener.dataset.opens)
function open(opener) {
  document.opener = opener
  opener.setAttribute('aria-expanded', 'true')
  listOf(opener).hidden = false
  listOf(opener).querySelector('input')?.focus()
}
function take(option) {
  const { opener } = document
  const shown = opener.querySelector('[data-shown]') ?? document.querySelector('[data-shown=' + opener.dataset.opens + ']')
  if (shown) shown.textContent = option.dataset.value
  if (opener.matches('input')) opener.value = option.dataset.value
  document.title = option.dataset.value
  opener.setAttribute('aria-expanded', 'false')
  listOf(opener).hidden = true
}
function turn(box) {
  const group = box.closest('[role=radiogroup]')
  for (const other of group?.querySelectorAll('[role=radio]') ?? []) other.setAttribute('aria-checked', 'false')
  box.setAttribute('aria-checked', String(group ? true : box.getAttribute('aria-checked') !== 'true'))
}
</script>`

const options = (element: string, ...names: string[]) =>
  names.map((name) => `<${element} role="option" data-value="${name}">${name}</${element}>`).join('')

/** A list of choices called “Role”, in each library. What was chosen is the title of the page. */
export const lists = {
  'a native select': `<label>Role <select onchange="document.title = value"><option>Viewer</option><option>Editor</option></select></label>`,
  'Radix and shadcn/ui': `
    <label for="role">Role</label>
    <button type="button" role="combobox" id="role" aria-controls="list" aria-expanded="false" aria-autocomplete="none" data-opens="list"><span data-shown>Viewer</span></button>
    <select aria-hidden="true" tabindex="-1" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"><option>Viewer</option></select>
    <div id="list" role="listbox" hidden>${options('div', 'Viewer', 'Editor')}</div>`,
  'a shadcn/ui combobox, whose list can be searched': `
    <label for="role">Role</label>
    <button role="combobox" id="role" aria-expanded="false" aria-haspopup="dialog" data-opens="list"><span data-shown>Select…</span></button>
    <div role="dialog" id="list" hidden>
      <input role="combobox" aria-expanded="true" aria-controls="cmdk" aria-autocomplete="list" placeholder="Search…" oninput="for (const option of cmdk.children) option.hidden = !option.textContent.includes(value)" />
      <div role="listbox" id="cmdk">
        ${options('div', 'Viewer')}<div role="option" data-value="Editor" hidden>Editor</div>
      </div>
    </div>`,
  'MUI Select, whose name has the value in it': `
    <label id="role-label">Role</label>
    <div role="combobox" tabindex="0" id="role" aria-labelledby="role-label role" aria-haspopup="listbox" aria-expanded="false" data-opens="list"><span data-shown>Viewer</span></div>
    <input aria-hidden="true" tabindex="-1" value="Viewer" style="opacity:0;position:absolute" />
    <ul id="list" role="listbox" aria-labelledby="role-label" hidden>${options('li', 'Viewer', 'Editor')}</ul>`,
  'MUI Autocomplete': `
    <label for="role">Role</label>
    <input id="role" role="combobox" aria-autocomplete="list" aria-expanded="false" autocomplete="off" data-opens="list" />
    <ul id="list" role="listbox" hidden>${options('li', 'Viewer', 'Editor')}</ul>`,
  'Headless UI': `
    <label id="role-label">Role</label>
    <button type="button" id="role" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="role-label role" data-opens="list"><span data-shown>Viewer</span></button>
    <div id="list" role="listbox" hidden>${options('div', 'Viewer', 'Editor')}</div>`,
  'Vuetify, whose field is called “Open”': `
    <div role="combobox" aria-haspopup="menu" aria-expanded="false" data-opens="list">
      <label for="role">Role</label><span data-shown>Viewer</span>
      <input size="1" type="text" id="role" aria-label="Open" title="Open" inputmode="none" style="width:2px" />
    </div>
    <div id="list" role="listbox" hidden>${options('div', 'Viewer', 'Editor')}</div>`,
  'Material Web, in a shadow tree whose choices have their words in slots': `
    <x-select></x-select>
    <script>
      const root = document.querySelector('x-select').attachShadow({ mode: 'open' })
      root.innerHTML = '<div role="combobox" tabindex="0" aria-label="Role" aria-haspopup="listbox" aria-expanded="false">Viewer</div><div role="listbox" hidden><x-option>Viewer</x-option><x-option>Editor</x-option></div>'
      const [field, list] = root.children
      for (const option of list.children) option.attachShadow({ mode: 'open' }).innerHTML = '<div role="option"><slot></slot></div>'
      field.onclick = () => { list.hidden = false; field.setAttribute('aria-expanded', 'true') }
      list.onclick = ({ target }) => { list.hidden = true; document.title = field.textContent = target.textContent; field.setAttribute('aria-expanded', 'false') }
    </script>`,
  'Ant Design, whose list is for the keyboard, and what is seen has no roles': `
    <label for="role">Role</label>
    <div style="position:relative;width:200px;height:30px">
      <input id="role" role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-controls="list" readonly style="opacity:0;width:180px" />
      <span data-shown="list" style="position:absolute;inset:0">Viewer</span>
    </div>
    <div id="list" role="listbox" style="height:0;width:0;overflow:hidden"></div>
    <div id="seen" hidden><div class="item">Viewer</div><div class="item">Editor</div></div>
    <script>
      const names = ['Viewer', 'Editor', 'Administrator']
      let at = -1
      role.onkeydown = ({ key }) => {
        if (key === 'Enter' && at >= 0) { document.title = names[at]; role.setAttribute('aria-expanded', 'false'); seen.hidden = true; return }
        if (key !== 'ArrowDown' && key !== 'Enter') return
        role.setAttribute('aria-expanded', 'true')
        seen.hidden = false
        at = (at + 1) % names.length
        list.innerHTML = [at, at + 1].map((n) => names[n] ? '<div role="option" id="o' + n + '" aria-label="' + names[n] + '">' + names[n] + '</div>' : '').join('')
        role.setAttribute('aria-activedescendant', 'o' + at)
      }
    </script>`,
  'a list that is always open': `
    <span id="role-label">Role</span>
    <div role="listbox" tabindex="0" aria-labelledby="role-label" onclick="document.title = event.target.textContent"><div role="option">Viewer</div><div role="option">Editor</div></div>`,
  'native radio buttons': `
    <fieldset><legend>Role</legend>${radios()}</fieldset>`,
  'MUI radio buttons, which are not seen': `
    <label id="role-label">Role</label>
    <div role="radiogroup" aria-labelledby="role-label">${radios('opacity:0;position:absolute')}</div>`,
  'Radix radio buttons': `
    <span id="role-label">Role</span>
    <div role="radiogroup" aria-labelledby="role-label" onclick="document.title = event.target.value">
      <button type="button" role="radio" aria-checked="true" id="r1" value="Viewer"></button><label for="r1">Viewer</label>
      <button type="button" role="radio" aria-checked="false" id="r2" value="Editor"></button><label for="r2">Editor</label>
    </div>`,
  'Headless UI radio buttons': `
    <label id="role-label">Role</label>
    <div role="radiogroup" aria-labelledby="role-label" onclick="document.title = event.target.textContent.trim()">
      <span role="radio" aria-checked="true" tabindex="0">Viewer</span><span role="radio" aria-checked="false" tabindex="-1">Editor</span>
    </div>`,
  'Ant Design radio buttons, whose label is for their group': `
    <label for="role">Role</label><div id="role" role="radiogroup">${radios('opacity:0')}</div>`,
  'a group of buttons that stay pressed': `
    <div role="group" aria-label="Role" onclick="document.title = event.target.textContent"><button aria-pressed="true">Viewer</button><button aria-pressed="false">Editor</button></div>`,
}

function radios(style = '') {
  return ['Viewer', 'Editor']
    .map(
      (name) =>
        `<label><input type="radio" name="role" style="${style}" onchange="document.title = '${name}'">${name}</label>`,
    )
    .join('')
}

/** A choice called “Remember me” that is on or off. */
export const switches = {
  'a native checkbox': '<label><input type="checkbox"> Remember me</label>',
  'MUI, Vuetify and Ant Design, whose checkbox is not seen':
    '<label style="position:relative;display:block"><input type="checkbox" role="switch" style="opacity:0;position:absolute;inset:0;z-index:0"><span style="position:absolute;inset:0;background:grey"></span>Remember me</label>',
  'a checkbox for screen readers only':
    '<input type="checkbox" id="me" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"><label for="me">Remember me</label>',
  'Material Web, in a label around an element of its own': `<label>Remember me <x-box></x-box></label><script>
      customElements.define('x-box', class extends HTMLElement {
        static formAssociated = true
        internals = this.attachInternals()
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<input type="checkbox">' }
      })
    </script>`,
  'a button that is a checkbox (Radix, shadcn/ui)':
    '<button type="button" role="checkbox" aria-checked="false" id="me"></button><label for="me">Remember me</label>',
  'a button that is a switch (Radix, Headless UI, Ant Design)':
    '<span id="l">Remember me</span><button type="button" role="switch" aria-checked="false" aria-labelledby="l">·</button>',
  'a span that is a checkbox (Headless UI)':
    '<label id="l">Remember me</label><span role="checkbox" aria-checked="false" tabindex="0" aria-labelledby="l">·</span>',
}

const next = `oninput="if (value) this.nextElementSibling?.focus()"`
const box = (attributes: string) => `<input ${attributes} ${next} style="width:20px;height:20px">`
const row = (attributes: (n: number) => string) =>
  Array.from({ length: 6 }, (_, n) => box(attributes(n + 1))).join('')

/** A one-time code in boxes, documented as “Enter one time code”. */
export const codes = {
  'Radix, in a group': `<div role="group" aria-label="Enter one time code">${row((n) => `maxlength="1" aria-label="Character ${n} of 6"`)}</div>`,
  'Ant Design, in a group without a name': `<div role="group">${row((n) => `size="1" aria-label="OTP Input ${n}"`)}</div>`,
  'Vuetify, in no group, with a first box that takes a whole code': `<p>Enter one time code</p><div>${row((n) => `maxlength="${n === 1 ? 6 : 1}" aria-label="Please enter OTP character ${n}"`)}</div>`,
  'with a label at the first box': `<label for="first">Enter one time code</label>${row((n) => `maxlength="1" ${n === 1 ? 'id="first"' : ''}`)}`,
  'without any names, where nothing goes to the next box': `<p>Your code:</p>${'<input maxlength="1">'.repeat(6)}`,
  'Vuetify, as one field whose name is not seen': `<div>······</div><input autocomplete="one-time-code" aria-label="Enter verification code">`,
  'input-otp of shadcn/ui: one field without a name': `<div>······</div><input autocomplete="one-time-code" inputmode="numeric" maxlength="6">`,
}

/** A text that is no input, called “Name”. */
export const texts = {
  'with a role':
    '<span id="l">Name</span><div role="textbox" contenteditable="true" aria-labelledby="l">old</div>',
  'without a role': '<div contenteditable aria-label="Name">old</div>',
}

export const withBehaviour = (html: string) => html + behaviour
