/** What the first screen is made of, in its own order. */
export const dashboardSections = [
  'checklist',
  'tasks',
  'next',
  'cases',
  'events',
  'activity',
  'contact',
] as const;

export type DashboardSection = (typeof dashboardSections)[number];

/** The sections that a host has asked for, in its order; all of them when it names none. Unknown names are skipped. */
export function sectionsOf(attribute: string | null | undefined): readonly DashboardSection[] {
  const wanted = (attribute ?? '')
    .split(/[\s,]+/)
    .filter((name): name is DashboardSection => (dashboardSections as readonly string[]).includes(name));
  return wanted.length ? [...new Set(wanted)] : dashboardSections;
}

const aside = new Set<DashboardSection>(['events', 'activity', 'contact']);

/**
 * The two columns of a wide page. They are read one after the other, so that the order stays the host's: the first
 * section of the smaller kind begins the second column, and one that would begin the first keeps all in one.
 */
export function columnsOf(sections: readonly DashboardSection[]): readonly (readonly DashboardSection[])[] {
  const cut = sections.findIndex((section) => aside.has(section));
  return cut > 0 ? [sections.slice(0, cut), sections.slice(cut)] : [sections];
}
