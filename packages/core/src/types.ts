/** The wire types of the client's side, for callers. Types only: no schema comes along. */
export type { Activity } from './contract/activity.ts';
export type { Action, Case, CaseStatus, CaseSummary, Step } from './contract/cases.ts';
export type { Dashboard } from './contract/dashboard.ts';
export type { ErrorCode, Issue, Problem } from './contract/errors.ts';
export type { Event } from './contract/events.ts';
export type { Branding, Contact, Firm } from './contract/firm.ts';
export type { Invitation } from './contract/invitations.ts';
export type { Counts, Notification } from './contract/notifications.ts';
export type { Page } from './contract/page.ts';
export type { TeamMember } from './contract/people.ts';
export type { Me, Session } from './contract/session.ts';
export type { Correspondent, Message, Thread, ThreadSummary } from './contract/threads.ts';
export type { InputOf, ResultOf } from './contract/endpoint.ts';
export type { Route } from './endpoints/route.ts';
