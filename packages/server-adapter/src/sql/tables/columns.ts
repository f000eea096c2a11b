export type Flag = 0 | 1;

/** `YYYY-MM-DDTHH:mm:ss.sssZ` */
export type InstantText = string;

/** `YYYY-MM-DD` */
export type DateText = string;
