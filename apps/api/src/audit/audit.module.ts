import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { proofHandlers } from './proofs/proof-handlers.ts';
import { ProofsController } from './proofs/proofs.controller.ts';
import { FindReadsHandler } from './reads/find-reads.query.ts';
import { ReadRecorder } from './reads/read-recorder.ts';
import { ReadsController } from './reads/reads.controller.ts';
import { RecordReads } from './reads/record-reads.interceptor.ts';

/** What proves the log, and who read what: written down around every route that shows a case or a person. */
@Module({
  controllers: [ProofsController, ReadsController],
  providers: [
    ...proofHandlers,
    FindReadsHandler,
    ReadRecorder,
    { provide: APP_INTERCEPTOR, useClass: RecordReads },
  ],
  exports: [ReadRecorder],
})
export class AuditModule {}
