/** The release that this copy of the elements belongs to; as in package.json, which its test compares. */
export const version = '0.0.0';
