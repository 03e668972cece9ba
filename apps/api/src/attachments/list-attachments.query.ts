import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Attachments } from '@duban/contracts';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { visibleCase } from '../access/reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { READ_STORE } from '../ports/ports.ts';
import { attachmentViews } from './attachment-view.ts';

type Asked = { readonly caseId: string; readonly asker: Principal };

export class ListAttachments extends FreshQuery<Asked, Attachments> {}

@QueryHandler(ListAttachments)
export class ListAttachmentsHandler implements IQueryHandler<ListAttachments> {
  readonly #read: ReadStore;

  constructor(@Inject(READ_STORE) read: ReadStore) {
    this.#read = read;
  }

  async execute({ asked: { caseId, asker } }: ListAttachments): Promise<Attachments> {
    const { state } = await visibleCase(this.#read, caseId, asker);
    return { items: attachmentViews(state) };
  }
}
