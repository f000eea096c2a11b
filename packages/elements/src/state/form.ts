import { html, type TemplateResult } from 'lit';
import { button, errorSummary, type Content, type FieldError } from '../ui/index.ts';
import { portal, type PortalHost } from './portal.ts';

/** What was typed, by the names of the fields. */
export type Typed<K extends string> = Readonly<Record<K, string>>;

export interface FormOptions<K extends string> {
  readonly fields: readonly K[];
  /** What is missing or cannot be right, found without asking the server. */
  readonly check?: (typed: Typed<K>) => readonly FieldError[];
  /** Sends it. What it throws is shown. */
  readonly send: (typed: Typed<K>) => Promise<unknown>;
  /** The words for what was thrown, at the field that it is about. */
  readonly refuse: (error: unknown) => FieldError | readonly FieldError[];
  /** Under which key what is typed is kept until it is sent; nothing is kept without one, and never a secret. */
  readonly draft?: string;
}

export interface FormWords {
  readonly submit: string;
  /** The words of the button while it is sent. */
  readonly busy: string;
  /** Beside the button: a way out. */
  readonly beside?: Content;
}

/**
 * A form: nothing is checked before the button is pressed, what is wrong is said above it and at each field, and what
 * was typed stays. Values are read from the form itself: a password manager may fill it without a single event.
 */
class Form<K extends string> {
  readonly #host: PortalHost;
  readonly #options: FormOptions<K>;
  #problems: readonly FieldError[] = [];
  #busy = false;

  constructor(host: PortalHost, options: FormOptions<K>) {
    this.#host = host;
    this.#options = options;
  }

  render(body: Content, { submit, busy, beside }: FormWords): TemplateResult {
    const { i18n } = portal(this.#host);
    const send = button(submit, { kind: 'primary', type: 'submit', busy: this.#busy && busy });
    return html`<form
      class="stack form"
      part="form"
      method="post"
      novalidate
      @submit=${this.#submit}
      @input=${this.#keep}
    >
      ${errorSummary(i18n, this.#problems)} ${body}
      ${beside ? html`<div class="form__actions" part="form__actions">${send} ${beside}</div>` : send}
    </form>`;
  }

  /** The words at a field. */
  error(id: string): string | undefined {
    return this.#problems.find(({ field }) => field === id)?.message;
  }

  /** What was typed into a field earlier and not sent. */
  kept(name: K): string | undefined {
    const { draft } = this.#options;
    const typed = draft && (portal(this.#host).state?.drafts.get(draft) as Typed<K> | undefined);
    return typed ? typed[name] : undefined;
  }

  /** Shows what is wrong; nothing takes earlier words away. */
  show(problems: readonly FieldError[]): void {
    this.#problems = problems;
    this.#host.requestUpdate();
  }

  /** Forgets what was typed. */
  forget(): void {
    const { draft } = this.#options;
    if (draft) portal(this.#host).state?.drafts.set(draft, undefined);
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const typed = this.#typed(event);
    const { check, send, refuse } = this.#options;
    if (this.#busy) return;
    this.show(check?.(typed) ?? []);
    if (this.#problems.length) return;
    this.#busy = true;
    try {
      await send(typed);
      this.forget();
    } catch (error) {
      this.#problems = [refuse(error)].flat();
    }
    this.#busy = false;
    this.#host.requestUpdate();
  };

  readonly #keep = (event: Event): void => {
    const { draft } = this.#options;
    if (draft) portal(this.#host).state?.drafts.set(draft, this.#typed(event));
  };

  #typed({ currentTarget }: Event): Typed<K> {
    const data = new FormData(currentTarget as HTMLFormElement);
    const read = (name: K) => data.get(name) as string | null; // no field of ours holds a file
    return Object.fromEntries(this.#options.fields.map((name) => [name, read(name) ?? ''])) as Record<
      K,
      string
    >;
  }
}

export type { Form };

/**
 * A form of an element, or of a part of one.
 *
 * @example
 * readonly #form = form(this, { fields: ['code'], send: ({ code }) => this.#confirm.send({ code }), refuse: … });
 * override render() { return this.#form.render(textField(i18n, { id: 'code', error: this.#form.error('code') }), …); }
 */
export const form = <K extends string>(host: PortalHost, options: FormOptions<K>): Form<K> =>
  new Form(host, options);
