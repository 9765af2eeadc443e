/** A text without line breaks, tabs and control characters: what every line of a format can hold. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
