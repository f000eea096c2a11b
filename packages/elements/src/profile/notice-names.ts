/** Those that there are words for; the contract has the same, with its schemas, which do not travel to the browser. */
export const noticeKinds = ['message', 'case', 'event'] as const;
export const noticeChannels = ['portal', 'email'] as const;
