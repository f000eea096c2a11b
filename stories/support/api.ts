/** An address of its own for each story, so that no story sees what another one has cached. */
export const apiOf = (storyId: string): string => `/stories/${storyId}`;
