import { html, nothing } from 'lit';
import {
  button,
  buttonLink,
  emptyState,
  errorState,
  formatMoment,
  link,
  notice,
  skeleton,
  type Content,
} from '../ui/index.ts';
import type { Portal } from './portal.ts';
import type { View } from './query.ts';

export interface Views<T> {
  /** What to show of the data. */
  readonly ready: (data: T) => Content;
  /** What to show when there is nothing in it: a list without items. */
  readonly empty?: (() => Content) | undefined;
  /** The shape of what will come. */
  readonly skeleton?: Parameters<typeof skeleton>[1];
}

/**
 * The states of every data element: waiting, failed, out of reach, signed out, empty, ready. Data that cannot be
 * renewed stays, and says how old it is.
 */
export function dataView<T>(view: View<T>, views: Views<T>): Content {
  const { portal, data } = view;
  const { i18n } = portal;
  if (portal.session === null) return signedOut(portal);
  if (data !== undefined && portal.ready) {
    const isEmpty = views.empty && itemsOf(data)?.length === 0;
    return html`${view.stale ? outdated(view) : nothing}${isEmpty ? views.empty!() : views.ready(data)}`;
  }
  if (view.status === 'error' || portal.state?.failure) return failed(view);
  return skeleton(i18n, { ...views.skeleton, retry: () => void view.refetch() });
}

const itemsOf = (data: unknown): readonly unknown[] | undefined =>
  Array.isArray(data) ? data : (data as { items?: readonly unknown[] }).items;

/** Trying again helps unless the server has said that this is not for the viewer. */
const hopeless = new Set(['not-found', 'forbidden', 'origin.refused']);

function failed(view: View<unknown>): Content {
  const { portal } = view;
  const error = view.error ?? portal.state?.failure;
  const final = hopeless.has(error?.code ?? '');
  const state = errorState(portal.i18n, {
    error,
    firm: portal.contact,
    retry: final ? undefined : () => retry(view),
  });
  return final
    ? html`${state} ${link(portal.i18n.t('error.home'), { href: portal.href('dashboard') })}`
    : state;
}

function retry(view: View<unknown>): void {
  void view.refetch();
  if (view.portal.state?.failure) void view.portal.state.load();
}

function outdated(view: View<unknown>): Content {
  const { i18n } = view.portal;
  const time = formatMoment(i18n, new Date(view.updatedAt).toISOString());
  return notice(i18n.t('error.stale', { time }), {
    tone: 'warning',
    action: button(i18n.t('common.try-again'), { kind: 'quiet', click: () => retry(view) }),
  });
}

/**
 * What a single element shows instead of its data: nothing on a page with a place to sign in, which asks once for all. In
 * `<client-portal>` the whole portal is the sign-in form then.
 */
function signedOut(portal: Portal): Content {
  if (document.querySelector('portal-sign-in')) return;
  const { i18n, state } = portal;
  return emptyState({
    title: i18n.t(state?.left === 'expired' ? 'session.ended' : 'errors.auth.required'),
    action: buttonLink(i18n.t('sign-in.submit'), { href: portal.href('dashboard') }),
  });
}
