import { CodedError } from '@duban/kernel';
import { errorEntry, EXIT, isErrorCode, type ExitCode } from '@duban/contracts';
import { FileRefused, type FileFault } from '@duban/interchange';
import type { Language } from '../texts/words.ts';
import type { Console } from './console.ts';

const placeOf = ({ line, column }: FileFault, language: Language): string => {
  const places = [
    ...(line === null ? [] : [language === 'zh' ? `第 ${line} 行` : `line ${line}`]),
    ...(column === null ? [] : [language === 'zh' ? `“${column}”` : `“${column}”`]),
  ];
  return places.length === 0
    ? ''
    : `${places.join(language === 'zh' ? '' : ', ')}${language === 'zh' ? ':' : ': '}`;
};

/** `第 1 行:文件中有版本合并冲突标记(<<<<<<< HEAD)` */
const faultText = (fault: FileFault, language: Language): string => {
  const title = errorEntry(fault.code).title[language];
  const found = fault.found === null ? '' : language === 'zh' ? `(${fault.found})` : ` (${fault.found})`;
  return `${placeOf(fault, language)}${title}${found}`;
};

/** The part of a coded error's message that is not the code. */
const detailOf = (error: CodedError): string =>
  error.message.startsWith(`${error.code}: `) ? error.message.slice(error.code.length + 2) : error.message;

const linesOf = (error: CodedError, language: Language): readonly string[] => {
  const { title, remedy } = errorEntry(error.code);
  const what =
    error instanceof FileRefused
      ? error.faults.map((fault) => faultText(fault, language))
      : [title[language], detailOf(error)];
  const [first = '', ...rest] = what;
  return [`${first} [${error.code}]`, ...rest.filter((line) => line !== ''), `→ ${remedy[language]}`];
};

const problemOf = (error: CodedError, language: Language): object => {
  const { title, remedy } = errorEntry(error.code);
  return {
    error: {
      code: error.code,
      title: title[language],
      remedy: remedy[language],
      detail: detailOf(error),
      ...(error instanceof FileRefused
        ? { faults: error.faults.map((fault) => ({ ...fault, text: faultText(fault, language) })) }
        : {}),
    },
  };
};

const coded = (error: unknown): CodedError => {
  if (error instanceof CodedError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CodedError('internal', text, { cause: error });
};

/** Says what went wrong, in words and by code, and answers how the process ends. */
export const showProblem = (console: Console, thrown: unknown): ExitCode => {
  const error = coded(thrown);
  if (console.output === 'json') console.report(JSON.stringify(problemOf(error, console.language), null, 2));
  else for (const line of linesOf(error, console.language)) console.note(line);
  return isErrorCode(error.code) ? errorEntry(error.code).exitCode : EXIT.failed;
};
