import { refusalTexts, type RefusalCode } from '../texts/refusal.texts.ts';
import { attachmentErrors, type AttachmentFaultCode } from './attachment-errors.ts';
import { EXIT, type ErrorEntries, type ErrorEntry } from './error-entry.ts';
import { faultErrors, type FaultCode } from './fault-errors.ts';
import { importErrors, type ImportFaultCode } from './import-errors.ts';
import { logErrors, type LogFaultCode } from './log-errors.ts';
import { messagingErrors, type MessagingFaultCode } from './messaging-errors.ts';
import { toolErrors, type ToolFaultCode } from './tool-errors.ts';
import { serverErrors, type ServerFaultCode } from './server-errors.ts';
import { startErrors, type StartFaultCode } from './start-errors.ts';
import { postErrors, type PostErrorCode } from './post-errors.ts';
import { requestErrors, type RequestErrorCode } from './request-errors.ts';

export type ErrorCode =
  | RequestErrorCode
  | PostErrorCode
  | FaultCode
  | ImportFaultCode
  | LogFaultCode
  | MessagingFaultCode
  | ToolFaultCode
  | ServerFaultCode
  | StartFaultCode
  | AttachmentFaultCode
  | RefusalCode;

/** Refusals that say "there is no such thing" about what the address names. */
const NOT_THERE: readonly RefusalCode[] = ['case.unknown', 'item.unknown', 'organ.unknown', 'survey.unknown'];

const refusalEntries = Object.fromEntries(
  Object.entries(refusalTexts).map(([code, texts]): [string, ErrorEntry] => [
    code,
    (NOT_THERE as readonly string[]).includes(code)
      ? { status: requestErrors['not-found'].status, exitCode: EXIT.notFound, ...texts }
      : { status: requestErrors.rejected.status, exitCode: EXIT.refused, ...texts },
  ]),
) as ErrorEntries<RefusalCode>;

/** Every code that a caller may see: total over the refusals of all deciders. */
export const errorCatalogue: ErrorEntries<ErrorCode> = {
  ...requestErrors,
  ...postErrors,
  ...faultErrors,
  ...importErrors,
  ...logErrors,
  ...messagingErrors,
  ...toolErrors,
  ...serverErrors,
  ...startErrors,
  ...attachmentErrors,
  ...refusalEntries,
};

const byCode = new Map<string, ErrorEntry>(Object.entries(errorCatalogue));

export const isErrorCode = (code: string): code is ErrorCode => byCode.has(code);

/** The entry of a code; a code that nobody wrote down is a bug and answers as `internal`. */
export const errorEntry = (code: string): ErrorEntry => byCode.get(code) ?? errorCatalogue.internal;
