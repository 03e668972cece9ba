import type { Message } from '@duban/kernel';
import type { AttachmentPurpose } from '../case.vocabulary.ts';

/** A file came to the case. It is never replaced: a newer one names it in `supersedes`, and both stay. */
export type AttachmentFiled = Message<
  'AttachmentFiled',
  {
    readonly attachmentId: string;
    /** Null: it belongs to the case as a whole. */
    readonly itemId: string | null;
    /** As its sender called it, made safe for any file system. */
    readonly name: string;
    /** Found in the content, never claimed. */
    readonly mediaType: string;
    readonly sizeInBytes: number;
    /** `sha256:<hex>` and `sm3:<hex>` of the content. */
    readonly sha256: string;
    readonly sm3: string;
    /** Where the store keeps the encrypted bytes; says nothing about the content without the keys. */
    readonly stored: string;
    readonly purpose: AttachmentPurpose | null;
    /** `person:<id>` of everybody whom the content is about: it can be read while all of them have their key. */
    readonly about: readonly string[];
    readonly supersedes: string | null;
  }
>;

export type AttachmentEvent = AttachmentFiled;
