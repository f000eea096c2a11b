import { sendKeys } from '@web/test-runner-commands';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import writing from '../locales/en.writing.json' with { type: 'json' };
import { addEnglish, createI18n } from '../locales/index.ts';
import { checkboxes, errorSummary, passwordField, selectField, textArea, textField } from './index.ts';

// Whoever writes brings these words along.
addEnglish(writing);

const i18n = createI18n();
const at = (root: ParentNode, selector: string) => root.querySelector<HTMLInputElement>(selector)!;

/** The words that describe a control, as assistive technology reads them. */
const description = (control: Element) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) =>
      (control.getRootNode() as Document).getElementById(id)?.textContent?.replace(/\s+/g, ' ').trim(),
    );

describe('field', () => {
  it('ties label, hint and error to its control', async () => {
    const form = await fixture<HTMLElement>(
      html`<form>${textField(i18n, { id: 'email', label: 'Email address', hint: 'The one you gave us', error: 'Enter it', type: 'email' })}</form>`,
    );
    const input = at(form, 'input');
    expect(input.labels![0]!.textContent).to.equal('Email address');
    expect(description(input)).to.deep.equal(['The one you gave us', 'Error: Enter it']);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect([input.required, input.disabled]).to.deep.equal([false, false]);
  });

  it('without an error says nothing of errors', async () => {
    const form = await fixture(
      html`<form>${textField(i18n, { id: 'name', label: 'Name', optional: true })}</form>`,
    );
    const input = at(form, 'input');
    expect(input.hasAttribute('aria-invalid') || input.hasAttribute('aria-describedby')).to.equal(false);
    expect(input.labels![0]!.textContent).to.equal('Name (optional)');
  });

  it('takes its value from the host, and tells what is typed', async () => {
    let typed = '';
    const form = await fixture(
      html`<form>${textField(i18n, { id: 'name', label: 'Name', value: 'Ann', input: (value) => (typed = value) })}</form>`,
    );
    expect(at(form, 'input').value).to.equal('Ann');
    at(form, 'input').focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: 'a' });
    expect(typed).to.equal('Anna');
  });
});

describe('password', () => {
  const make = () =>
    fixture<HTMLFormElement>(
      html`<form @submit=${(event: Event) => event.preventDefault()}>
        ${passwordField(i18n, { id: 'password', label: 'Password', autocomplete: 'current-password' })}
      </form>`,
    );
  const name = (button: HTMLElement) => at(button, '.visually-hidden:not([hidden])').textContent;

  it('is shown and hidden again, and the button says what it does', async () => {
    const form = await make();
    const [input, button] = [at(form, 'input'), at(form, 'button')];
    expect([input.type, name(button)]).to.deep.equal(['password', 'Show password']);
    button.click();
    expect([input.type, name(button)]).to.deep.equal(['text', 'Hide password']);
    button.click();
    expect([input.type, name(button)]).to.deep.equal(['password', 'Show password']);
  });

  it('is hidden before it is sent, so that browsers offer to save it', async () => {
    const form = await make();
    at(form, 'button').click();
    form.requestSubmit();
    expect(at(form, 'input').type).to.equal('password');
  });

  it('allows pasting and managers: nothing listens, nothing is read-only', async () => {
    const input = at(await make(), 'input');
    expect(input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))).to.equal(
      true,
    );
    expect([input.autocomplete, input.maxLength, input.readOnly]).to.deep.equal([
      'current-password',
      -1,
      false,
    ]);
  });
});

describe('text area', () => {
  const make = (value: string, limit = 200) =>
    fixture(
      html`<form>${textArea(i18n, { id: 'body', label: 'Message', value, limit, input: () => {} })}</form>`,
    );
  const words = (form: Element) => [
    at(form, '.field__count').textContent!.trim(),
    at(form, '[role=status]').textContent!.trim(),
  ];

  it('counts near the end, and reads out only milestones', async () => {
    expect(words(await make('a'.repeat(100)))).to.deep.equal(['', 'You have 100 characters left']);
    expect(words(await make('a'.repeat(150)))).to.deep.equal(['', 'You have 50 characters left']);
    expect(words(await make('a'.repeat(183)))).to.deep.equal([
      'You have 17 characters left',
      'You have 20 characters left',
    ]);
    expect(words(await make('a'.repeat(10)))).to.deep.equal(['', '']);
  });

  it('lets a person go over, and says by how much', async () => {
    const form = await make('a'.repeat(203));
    expect(words(form)[0]).to.equal('3 characters too many');
    expect(at(form, 'textarea').maxLength).to.equal(-1);
  });
});

describe('choices', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

  it('checkboxes tell all that is checked, in the order of the list', async () => {
    let chosen: string[] = [];
    const form = await fixture(
      html`<form>${checkboxes(i18n, { id: 'who', label: 'Who?', choices, values: ['c'], change: (values) => (chosen = values) })}</form>`,
    );
    at(form, 'label').click();
    expect(chosen).to.deep.equal(['a', 'c']);
    at(form, 'input[value=c]').click();
    expect(chosen, 'as the host has not taken the first change').to.deep.equal([]);
    expect(at(form, 'legend').textContent!.trim()).to.equal('Who?');
  });

  it('a list begins with its prompt until something is chosen', async () => {
    let chosen = '';
    const form = await fixture(
      html`<form>
        ${selectField(i18n, { id: 'case', label: 'Case', choices, value: undefined, prompt: 'Choose', change: (value) => (chosen = value) })}
      </form>`,
    );
    const select = form.querySelector('select')!;
    expect(select.selectedOptions[0]!.textContent).to.equal('Choose');
    select.value = 'b';
    select.dispatchEvent(new Event('change'));
    expect(chosen).to.equal('b');
  });
});

describe('error summary', () => {
  const errors = [
    { field: 'email', message: 'Enter your email' },
    { field: 'who', message: 'Choose a person' },
  ];
  const template = (list: typeof errors) => html`
    ${errorSummary(i18n, list)} ${textField(i18n, { id: 'email', label: 'Email' })}
    ${checkboxes(i18n, { id: 'who', label: 'Who?', choices: [{ value: 'a', label: 'A' }], values: [], change: () => {} })}
  `;

  it('takes the focus when it comes, and again for new errors, but not while a person corrects', async () => {
    const form = await fixture<HTMLElement>(html`<div></div>`);
    const { render } = await import('lit');
    render(template([]), form);
    expect(form.querySelector('.summary')).to.equal(null);
    render(template(errors), form);
    await nextFrame();
    expect(document.activeElement).to.equal(at(form, '.summary'));
    at(form, '#email').focus();
    render(template(errors), form);
    await nextFrame();
    expect(document.activeElement).to.equal(at(form, '#email'));
    render(template([...errors]), form);
    await nextFrame();
    expect(document.activeElement).to.equal(at(form, '.summary'));
  });

  it('leads to the field, or to the first box of a group, without touching the address', async () => {
    const form = await fixture<HTMLElement>(html`<div>${template(errors)}</div>`);
    const [first, second] = form.querySelectorAll<HTMLAnchorElement>('.summary a');
    const address = location.href;
    first!.click();
    expect(document.activeElement).to.equal(at(form, '#email'));
    second!.click();
    expect(document.activeElement).to.equal(at(form, '#who-0'));
    expect(location.href).to.equal(address);
  });
});
