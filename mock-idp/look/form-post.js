document.querySelector('#answer')?.submit()
