/** On which axis a past moment is meant: what the log knew by then, or what had happened by then as far as it is known today. */
export const TIME_AXES = ['recorded', 'occurred'] as const;
export type TimeAxis = (typeof TIME_AXES)[number];
