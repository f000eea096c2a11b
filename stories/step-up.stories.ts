import { session } from '@casefront/core/endpoints/session';
import { email } from '@casefront/core/endpoints/email';
import { createAccount, fixtures, mock, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define.ts';
import { stateFor } from '../packages/elements/src/state/index.ts';
import { find } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { send } from './support/sign-in.ts';

/** An act that asks for a fresh proof until one was given. */
export const asksForProof = (account = createAccount()) => {
  let proved = false;
  return [
    mock(email.change, ({ email: newEmail }) =>
      proved ? { change: account.changeEmail(newEmail) } : problem('auth.step-up'),
    ),
    mock(session.confirmPassword, ({ password }) => {
      proved = password !== 'wrong';
      return proved ? account.session : problem('auth.failed');
    }),
    mock(session.confirmCode, () => ((proved = true), account.session)),
    ...world(undefined, account),
  ];
};

const meta: Meta = {
  title: 'A fresh proof',
  component: 'portal-provider',
  render: (_, { id }) => {
    history.replaceState(null, '', '#/');
    return html`<portal-provider api=${apiOf(id)}><portal-cases></portal-cases></portal-provider>`;
  },
};
export default meta;

/** Something asks for a proof that is not there. */
const ask = async ({ id, canvasElement }: { id: string; canvasElement: HTMLElement }) => {
  await find(canvasElement, '.row');
  void stateFor(apiOf(id))
    .client.call(email.change, { email: fixtures.emailChange.newEmail })
    .catch(() => {});
  await find(canvasElement, 'dialog[open]');
};

export const Password: StoryObj = { parameters: { msw: asksForProof() }, play: ask };

export const Wrong: StoryObj = {
  ...Password,
  play: async (context) => {
    await ask(context);
    await send(context.canvasElement, { password: 'wrong' });
    await find(context.canvasElement, 'dialog .summary');
  },
};

/** Who has more than a password is asked for that. */
export const Code: StoryObj = {
  parameters: {
    msw: asksForProof(createAccount({ factors: { ...fixtures.strongFactors, passkeys: [] } })),
  },
  play: ask,
};

export const Passkey: StoryObj = {
  parameters: { msw: asksForProof(createAccount({ factors: fixtures.strongFactors })) },
  play: ask,
};

/** Inside a whole portal. */
export const InPortal: StoryObj = {
  ...Password,
  render: (_, { id }) => {
    history.replaceState(null, '', '#/cases');
    return html`<client-portal api=${apiOf(id)}></client-portal>`;
  },
};
