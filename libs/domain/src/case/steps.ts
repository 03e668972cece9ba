import { fileAttachment } from './attachment/file-attachment.step.ts';

/** The steps of the loop by the name of their command: the table of contents of a case. */
export const steps = {
  FileAttachment: fileAttachment,
};
