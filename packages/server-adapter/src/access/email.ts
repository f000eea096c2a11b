/**
 * What addresses are compared by and are unique under: NFKC, lower case. Also the part before the @, although a mail
 * server might tell `Ana@` from `ana@`: none does, and two people of one look would be worse.
 */
export const comparableEmail = (address: string): string => address.normalize('NFKC').trim().toLowerCase();
