import { attachmentSchemas } from '../events/schemas/attachment.schemas.ts';

/** Made by the server from an upload: the one command that no address takes as a body. */
export const attachmentCommands = { FileAttachment: attachmentSchemas.AttachmentFiled };
