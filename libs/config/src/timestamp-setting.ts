import type { TimestampSetting } from './config.ts';
import { isWebAddress } from './witness-setting.ts';

const USUAL_MINUTES = 10;
const MINUTE_MS = 60_000;

/** Address of a time-stamp authority, and at most how often it is asked. */
export const timestampsOf = (
  url: string | null,
  minutes: string | null,
  faults: string[],
): TimestampSetting | null => {
  if (url !== null && !isWebAddress(url))
    faults.push(`DUBAN_TSA_URL is "${url}": write it as https://address/`);
  if (minutes !== null && !/^[1-9]\d{0,4}$/.test(minutes))
    faults.push(`DUBAN_TSA_EVERY_MINUTES is "${minutes}": write a number of minutes from 1`);
  return url === null ? null : { url, everyMs: Number(minutes ?? USUAL_MINUTES) * MINUTE_MS };
};
