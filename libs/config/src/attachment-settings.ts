import { join, resolve } from 'node:path';
import type { AttachmentSettings, Profile, S3Settings } from './config.ts';

type Value = (name: string) => string | null;

const MEBIBYTE = 1_048_576;
const DEFAULT_MEBIBYTES = 50;
const MOST_MEBIBYTES = 4_096;

const limitOf = (value: Value, faults: string[]): number => {
  const text = value('DUBAN_ATTACHMENT_LIMIT') ?? String(DEFAULT_MEBIBYTES);
  const limit = Number(text);
  if (/^\d{1,4}$/.test(text) && limit >= 1 && limit <= MOST_MEBIBYTES) return limit * MEBIBYTE;
  faults.push(`DUBAN_ATTACHMENT_LIMIT is "${text}": give whole MiB from 1 to ${String(MOST_MEBIBYTES)}`);
  return DEFAULT_MEBIBYTES * MEBIBYTE;
};

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

const pathStyleOf = (value: Value, endpoint: string | null, faults: string[]): boolean => {
  const text = value('DUBAN_S3_PATH_STYLE');
  if (text !== null && text !== 'true' && text !== 'false')
    faults.push(`DUBAN_S3_PATH_STYLE is "${text}": choose true or false`);
  return text === null ? endpoint !== null : text === 'true';
};

/** Values of keys are never repeated. */
const s3Of = (value: Value, faults: string[]): S3Settings | null => {
  const bucket = value('DUBAN_S3_BUCKET');
  const endpoint = value('DUBAN_S3_ENDPOINT');
  const [accessKeyId, secretAccessKey] = [value('DUBAN_S3_ACCESS_KEY'), value('DUBAN_S3_SECRET_KEY')];
  if (bucket === null) {
    if (endpoint !== null || accessKeyId !== null || secretAccessKey !== null)
      faults.push('DUBAN_S3_BUCKET is missing: the other DUBAN_S3 settings need it');
    return null;
  }
  if (accessKeyId === null || secretAccessKey === null)
    faults.push('DUBAN_S3_ACCESS_KEY and DUBAN_S3_SECRET_KEY are missing: the bucket needs both');
  if (endpoint !== null && !isWebAddress(endpoint))
    faults.push('DUBAN_S3_ENDPOINT is no address: write it as https://host');
  return {
    ...{ bucket, endpoint, accessKeyId: accessKeyId ?? '', secretAccessKey: secretAccessKey ?? '' },
    region: value('DUBAN_S3_REGION') ?? 'us-east-1',
    pathStyle: pathStyleOf(value, endpoint, faults),
  };
};

/** Processes of a cluster have data folders of their own, and must see one another's files. */
export const attachmentsOf = (value: Value, profile: Profile, faults: string[]): AttachmentSettings => {
  const s3 = s3Of(value, faults);
  const dir = value('DUBAN_ATTACHMENT_DIR');
  if (profile === 'cluster' && s3 === null && dir === null) {
    faults.push(
      'DUBAN_ATTACHMENT_DIR is missing: name the folder that all processes of the cluster share, or a bucket with ' +
        'DUBAN_S3_BUCKET',
    );
  }
  return {
    limitInBytes: limitOf(value, faults),
    dir: resolve(dir ?? join(value('DUBAN_DATA') ?? 'data', 'attachments')),
    s3,
  };
};
