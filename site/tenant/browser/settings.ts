/** Choosing a method shows its fields at once; without this script, the button next to it does. */
const form = document.querySelector<HTMLFormElement>('form.settings')
const choose = form?.querySelector<HTMLButtonElement>('button[value="choose"]')

form?.classList.add('scripted')
form?.querySelector('select')?.addEventListener('change', () => form.requestSubmit(choose))
