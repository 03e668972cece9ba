import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.ts';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { sendFile } from './attachment-transfer.ts';

/** As the server takes them (docs/attachments.md); it looks at the content as well. */
const ACCEPTED = '.pdf,.ofd,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.jpg,.jpeg,.png,.webp,.txt,.csv';

type Props = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly label: string;
};

/** Chooses one file and sends it at once, with its progress; a refusal is told in words. */
export const FilePicker = ({ path, query, label }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = (file: File): void => {
    setError(null);
    setPercent(0);
    sendFile({ path, query, file, language, onProgress: setPercent })
      .then(() => queries.invalidateQueries())
      .catch(setError)
      .finally(() => {
        setPercent(null);
      });
  };
  if (percent !== null)
    return (
      <output>
        <progress max={100} value={percent} /> {t('case.attachments.sending', { percent })}
      </output>
    );
  return (
    <>
      <label className="file-picker">
        {label}
        <input
          type="file"
          accept={ACCEPTED}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file !== undefined) send(file);
          }}
        />
      </label>
      {error !== null && <ProblemNotice error={error} />}
    </>
  );
};
