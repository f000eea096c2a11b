import { CaseId, EventId, ThreadId, type SubjectType } from '@casefront/core/contract';

const shapes = { case: CaseId, thread: ThreadId, event: EventId } as const satisfies Record<
  SubjectType,
  unknown
>;

/** Whether an id can be that of an item of the type; what cannot is as absent as what is not there. */
export const isItemId = (type: SubjectType, id: string): boolean => shapes[type].safeParse(id).success;
