export { attachmentFiles, type AttachmentFiles, type Upload } from './files/attachment-files.ts';
export type { AttachmentStore, Bytes } from './store/attachment-store.port.ts';
export { diskStore } from './store/disk-store.ts';
export { memoryStore } from './store/memory-store.ts';
export { openS3Store } from './store/open-s3-store.ts';
export type { S3Place } from './store/s3-place.ts';
export { sweepUploads } from './store/sweep.ts';
