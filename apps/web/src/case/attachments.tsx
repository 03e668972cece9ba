import { isUnreadable, withErasedShown } from '@duban/contracts/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, OpenedCase } from '../api/answers.ts';
import { useLanguage } from '../language/use-language.ts';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { useSession } from '../session/session.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { saveFile } from './attachment-transfer.ts';
import { FilePicker } from './file-picker.tsx';
import { Room } from './room.tsx';

type Attachment = OpenedCase['attachments'][number];

/** Whose button it is; the server decides. */
const FILING = [
  'supervision-office',
  'working-body',
  'chairpersons-council',
  'general-office',
  'organ-lead',
  'organ-co',
  'government-office',
  'deputy',
];
const KIB = 1024;

type LineProps = {
  readonly attachment: Attachment;
  readonly path: string;
  readonly itemTitle: string | undefined;
  readonly mayFollow: boolean;
};

const FileName = ({ attachment: { data }, path }: Pick<LineProps, 'attachment' | 'path'>) => {
  const language = useLanguage();
  const [error, setError] = useState<unknown>(null);
  if (isUnreadable(data.name)) return <span>{withErasedShown(data.name, language)}</span>;
  const save = (): void => {
    setError(null);
    saveFile(`${path}/${encodeURIComponent(data.attachmentId)}`, data.name, language).catch(setError);
  };
  return (
    <>
      <button type="button" className="file-name" title={data.sha256} onClick={save}>
        {data.name}
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </>
  );
};

const AttachmentLine = ({ attachment, path, itemTitle, mayFollow }: LineProps) => {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { moment } = useDates();
  const { data, filedBy, filedAt, supersededBy } = attachment;
  const { attachmentId, itemId, sizeInBytes } = data;
  return (
    <li className={supersededBy === null ? undefined : 'superseded'}>
      <FileName attachment={attachment} path={path} />
      <small>
        {t('case.attachments.bytes', { count: Math.max(1, Math.round(sizeInBytes / KIB)) })}
        {' · '}
        {t('case.attachments.filed', { organ: nameOf(filedBy.organ), moment: moment(filedAt) })}
        {itemTitle !== undefined && ` · ${t('case.attachments.forItem', { item: itemTitle })}`}
      </small>
      {supersededBy !== null && <small>{t('case.attachments.superseded')}</small>}
      {mayFollow && supersededBy === null && (
        <FilePicker
          path={path}
          query={{ supersedes: attachmentId, ...(itemId === null ? {} : { itemId }) }}
          label={t('case.attachments.newer')}
        />
      )}
    </li>
  );
};

type Props = { readonly view: CaseView; readonly itemId: string | undefined; readonly isNow: boolean };

/** The files of the case, older versions too; nothing is ever taken away. */
export const Attachments = ({ view, itemId, isNow }: Props) => {
  const { t } = useTranslation();
  const session = useSession();
  const { attachments, items, status } = view.state;
  const path = `/v1/cases/${encodeURIComponent(view.state.opened.caseId)}/attachments`;
  const may = isNow && status !== 'archived' && FILING.includes(session?.role ?? '');
  return (
    <section className="attachments">
      <Room title={t('case.attachments.title', { count: attachments.length })}>
        {attachments.length === 0 && <p>{t('case.attachments.none')}</p>}
        <ul>
          {attachments.map((attachment) => (
            <AttachmentLine
              key={attachment.data.attachmentId}
              attachment={attachment}
              path={path}
              itemTitle={items[attachment.data.itemId ?? '']?.title}
              mayFollow={may && attachment.filedBy.organ === session?.organ}
            />
          ))}
        </ul>
        {may && (
          <FilePicker
            path={path}
            query={itemId === undefined ? {} : { itemId }}
            label={t('case.attachments.add')}
          />
        )}
      </Room>
    </section>
  );
};
