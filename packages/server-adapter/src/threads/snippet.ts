/** Most characters of a snippet. */
const length = 140;

/** How much of a message a snippet can need, so that no list reads whole messages. */
export const snippetSource = 600;

/** The beginning of a message on one line. */
export function snippet(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
