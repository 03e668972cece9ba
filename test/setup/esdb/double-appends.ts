import type {
  AppendReq as AppendRequest,
  AppendResp as AppendAnswer,
  BatchAppendReq as BatchRequest,
  BatchAppendResp as BatchAnswer,
} from '@eventstore/db-client/generated/streams_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import {
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  status,
} from '@grpc/grpc-js';
import type { Fault } from './double-control.ts';
import { admit, type DoubleCore, type Seat } from './double-core.ts';
import type { Expected, Proposed, Written } from './double-log.ts';
import { failure, isUuid, nameOf, packed, proposedOf, tooLarge, wrongVersion } from './double-messages.ts';

type Options = {
  hasNoStream: () => boolean;
  hasAny: () => boolean;
  hasStreamExists: () => boolean;
};

const expectedOf = (options: Options, revision: string): Expected => {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream-exists' : Number(revision);
};

/** Commits when the fault lets it, then hands the result to `answer`, if it is ever to be answered. */
const commit = (
  core: DoubleCore,
  seat: Seat,
  fault: Fault | null,
  work: { write: () => Written; answer: (written: Written) => void },
): void => {
  core.appendBegan();
  const finish = () => {
    core.appendEnded();
    return work.write();
  };
  switch (fault?.kind) {
    case 'late-commit':
      setTimeout(finish, fault.ms ?? 0);
      return;
    case 'late-answer': {
      const written = work.write();
      setTimeout(() => {
        core.appendEnded();
        work.answer(written);
      }, fault.ms ?? 0);
      return;
    }
    case 'lost-answer':
    case 'cut-midway':
      finish();
      seat.cut();
      return;
    default:
      // A turn of the loop, so that appends can be seen to wait beside each other.
      setImmediate(() => {
        work.answer(finish());
      });
  }
};

const unaryAnswer = (written: Written): AppendAnswer => {
  const answer = new streamsPb.AppendResp();
  if (written.outcome === 'written') {
    const success = new streamsPb.AppendResp.Success();
    success.setCurrentRevision(String(written.last.revision));
    const position = new streamsPb.AppendResp.Position();
    position.setCommitPosition(String(written.last.commit));
    // Of the first event, as servers do: it says nothing about where the others are.
    position.setPreparePosition(String(written.first.prepare));
    success.setPosition(position);
    answer.setSuccess(success);
  } else if (written.outcome === 'wrong-version') {
    const wrong = new streamsPb.AppendResp.WrongExpectedVersion();
    if (written.current === null) wrong.setCurrentNoStream(new sharedPb.Empty());
    else wrong.setCurrentRevision(String(written.current));
    answer.setWrongExpectedVersion(wrong);
  }
  return answer;
};

export const append =
  (core: DoubleCore, seat: Seat) =>
  (call: ServerReadableStream<AppendRequest, AppendAnswer>, callback: sendUnaryData<AppendAnswer>): void => {
    const events: Proposed[] = [];
    let options: ReturnType<AppendRequest['getOptions']>;
    call.on('data', (request: AppendRequest) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message !== undefined) events.push(proposedOf(message));
    });
    call.on('error', () => undefined);
    const finish = async () => {
      const { goesOn, fault } = await admit(core, 'append', {
        seat,
        metadata: call.metadata,
        fail: callback,
      });
      // A call that broke off while it was sent is never half written.
      if (!goesOn || options === undefined || call.cancelled || events.length === 0) return;
      const stream = nameOf(options.getStreamIdentifier());
      const expected = expectedOf(options, options.getRevision());
      if (!events.every(({ id }) => isUuid(id))) {
        callback(failure(status.INVALID_ARGUMENT, 'event id is no UUID'));
        return;
      }
      commit(core, seat, fault, {
        write: () => core.log.append(stream, expected, events),
        answer: (written) => {
          if (written.outcome !== 'too-large') callback(null, unaryAnswer(written));
          else
            callback(
              failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', {
                exception: 'maximum-append-size-exceeded',
                'maximum-append-size': String(written.limit),
              }),
            );
        },
      });
    };
    call.on('end', () => setImmediate(() => void finish()));
  };

type Batch = {
  readonly options: NonNullable<ReturnType<BatchRequest['getOptions']>>;
  readonly events: Proposed[];
};

const batchAnswer = (id: string, batch: Batch, written: Written): BatchAnswer => {
  const answer = new streamsPb.BatchAppendResp();
  const uuid = new sharedPb.UUID();
  uuid.setString(id);
  answer.setCorrelationId(uuid);
  answer.setStreamIdentifier(batch.options.getStreamIdentifier());
  if (written.outcome === 'wrong-version') {
    const expected = expectedOf(batch.options, batch.options.getStreamPosition());
    answer.setError(wrongVersion(expected, written.current));
  } else if (written.outcome === 'too-large') {
    answer.setError(tooLarge(written.limit));
  } else {
    const success = new streamsPb.BatchAppendResp.Success();
    success.setCurrentRevision(String(written.last.revision));
    const position = new sharedPb.AllStreamPosition();
    position.setCommitPosition(String(written.last.commit));
    position.setPreparePosition(String(written.first.prepare));
    success.setPosition(position);
    answer.setSuccess(success);
  }
  return answer;
};

const refusal = (id: string, batch: Batch, detail: NonNullable<Fault['detail']>): BatchAnswer => {
  const answer = batchAnswer(id, batch, { outcome: 'wrong-version', current: null });
  answer.setError(packed(detail, new sharedPb[detail]()));
  return answer;
};

export const batchAppend =
  (core: DoubleCore, seat: Seat) =>
  (call: ServerDuplexStream<BatchRequest, BatchAnswer>): void => {
    const open = new Map<string, Batch>();
    const complete = async (id: string, batch: Batch) => {
      const fail = (error: Error) => call.emit('error', error);
      const { goesOn, fault } = await admit(core, 'append', { seat, metadata: call.metadata, fail });
      if (!goesOn) return;
      if (fault?.kind === 'refuse') {
        call.write(refusal(id, batch, fault.detail ?? 'Unknown'));
        return;
      }
      if (fault?.kind === 'stray-answer') {
        call.write(
          batchAnswer(globalThis.crypto.randomUUID(), batch, { outcome: 'wrong-version', current: null }),
        );
      }
      const stream = nameOf(batch.options.getStreamIdentifier());
      const expected = expectedOf(batch.options, batch.options.getStreamPosition());
      commit(core, seat, fault, {
        write: () => core.log.append(stream, expected, batch.events),
        answer: (written) => call.write(batchAnswer(id, batch, written)),
      });
    };
    call.on('data', (request: BatchRequest) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options !== undefined) open.set(id, { options, events: [] });
      const batch = open.get(id);
      if (batch === undefined) return;
      batch.events.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      open.delete(id);
      void complete(id, batch);
    });
    call.on('error', () => undefined);
    call.on('end', () => call.end());
  };
