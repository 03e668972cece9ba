import type { AttachmentStore } from './attachment-store.port.ts';
import type { S3Place } from './s3-place.ts';

/** Loads the client only where a bucket is used: it is larger than the rest of the server. */
export const openS3Store = async (place: S3Place): Promise<AttachmentStore> => {
  const { s3Store } = await import('./s3-store.ts');
  return s3Store(place);
};
