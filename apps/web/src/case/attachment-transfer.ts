import type { Language } from '@duban/domain/texts';
import { headersFor } from '../api/get-json.ts';
import { ProblemError, readProblem, UNREACHABLE } from '../api/problem.ts';

export type Sending = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly file: File;
  readonly language: Language;
  /** From 0 to 100. */
  readonly onProgress: (percent: number) => void;
};

const PERCENT = 100;

/** Not `fetch`, which says nothing while it sends. @throws ProblemError */
export const sendFile = ({ path, query, file, language, onProgress }: Sending): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path}?${new URLSearchParams(query).toString()}`);
    for (const [name, value] of Object.entries(headersFor(language))) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    // RFC 8187: what encodeURIComponent leaves of signs that may not stand there.
    const name = encodeURIComponent(file.name).replaceAll(
      /['()*!]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    request.setRequestHeader('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(Math.round((loaded / Math.max(total, 1)) * PERCENT));
    };
    request.onerror = () => {
      reject(new ProblemError({ status: 0, code: UNREACHABLE }));
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else
        readProblem(
          new Response(request.responseText, {
            status: request.status,
            headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
          }),
        ).then((problem) => {
          reject(new ProblemError(problem));
        }, reject);
    };
    // Without a type of its own, so that the header above stays.
    request.send(new Blob([file]));
  });

/** Saved under its own name; the token travels in a header, so a plain link would not do. @throws ProblemError */
export const saveFile = async (path: string, name: string, language: Language): Promise<void> => {
  const response = await fetch(path, { headers: headersFor(language) }).catch(() => {
    throw new ProblemError({ status: 0, code: UNREACHABLE });
  });
  if (!response.ok) throw new ProblemError(await readProblem(response));
  const place = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = place;
  link.download = name;
  link.click();
  URL.revokeObjectURL(place);
};
