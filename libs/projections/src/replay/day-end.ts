/** The last instant of a day in Asia/Shanghai: "as it stood on the 5th" includes the 5th. */
export const dayEnd = (date: string): string => `${date}T23:59:59.999+08:00`;
