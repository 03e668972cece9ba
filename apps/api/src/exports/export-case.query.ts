import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Config } from '@duban/config';
import { caseStream } from '@duban/domain';
import { ProblemError, type Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { FreshQuery } from '../bus/fresh-query.ts';
import type { OfficeAudit } from '../composition/open-audit.ts';
import { AUDIT, CONFIG, READ_STORE } from '../ports/ports.ts';
import type { Blocks } from './blocks.ts';
import { PackageReach } from './package-reach.ts';
import { runExport } from './thread/run-export.ts';

type Asked = { readonly caseId: string; readonly asker: Principal };
type CasePackage = { readonly caseNo: string; readonly blocks: Blocks };

/** One case with the proofs of its events. */
export class ExportCase extends FreshQuery<Asked, CasePackage> {}

@QueryHandler(ExportCase)
export class ExportCaseHandler implements IQueryHandler<ExportCase> {
  readonly #config: Config;
  readonly #read: ReadStore;
  readonly #packages: PackageReach;
  readonly #sealNow: OfficeAudit['sealNow'];

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(READ_STORE) read: ReadStore,
    packages: PackageReach,
    @Inject(AUDIT) { sealNow }: Pick<OfficeAudit, 'sealNow'>,
  ) {
    this.#config = config;
    this.#read = read;
    this.#packages = packages;
    this.#sealNow = sealNow;
  }

  /** What was appended a moment ago is sealed first. */
  async execute({ asked: { caseId, asker } }: ExportCase): Promise<CasePackage> {
    const view = await this.#read.case(caseId);
    if (view === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    await this.#packages.refuse(view, asker);
    await this.#sealNow();
    const task = { kind: 'case-package', config: this.#config, stream: caseStream(caseId) } as const;
    return { caseNo: view.state.opened.caseNo, blocks: runExport(task, {}) };
  }
}
