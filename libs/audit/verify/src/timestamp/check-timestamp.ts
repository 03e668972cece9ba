import { hash } from 'node:crypto';
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, TSTInfo } from 'pkijs';
import { equalBytes } from '../octets.ts';
import type { TimestampChecker, TimestampVerdict } from './timestamp.port.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

type Token = { readonly signed: SignedData; readonly info: TSTInfo };

const tokenIn = (bytes: Uint8Array): Token | null => {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(bytes)).content });
    const content = signed.encapContentInfo.eContent?.getValue();
    if (signed.encapContentInfo.eContentType !== TST_INFO || content === undefined) return null;
    return { signed, info: TSTInfo.fromBER(content) };
  } catch {
    return null; // the library throws where the bytes are no such structure
  }
};

const isOver = ({ messageImprint }: TSTInfo, text: string): boolean =>
  messageImprint.hashAlgorithm.algorithmId === SHA256 &&
  equalBytes(new Uint8Array(messageImprint.hashedMessage.getValue()), hash('sha256', text, 'buffer'));

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Those that can be read; what cannot vouches for nobody. */
const certificatesIn = (pem: string): readonly Certificate[] =>
  [...pem.matchAll(PEM)].flatMap(([, body = '']): Certificate[] => {
    try {
      return [Certificate.fromBER(new Uint8Array(Buffer.from(body, 'base64')))];
    } catch {
      return [];
    }
  });

const bytesOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema().toBER());

/** RFC 3161 section 2.3: the certificate is for time stamps and for nothing else. */
const isForStamps = ({ extensions = [] }: Certificate): boolean => {
  const usage: unknown = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue;
  return usage instanceof ExtKeyUsage && usage.keyPurposes.join() === TIME_STAMPING;
};

type Verification = {
  readonly signatureVerified?: boolean | null;
  readonly signerCertificateVerified?: boolean | null;
  readonly signerCertificate?: Certificate | null;
};

/** With the chain up to one of the certificates, or without it where one of them is the signer's own. */
const verified = async (
  { signed }: Token,
  text: string,
  trusted?: readonly Certificate[],
): Promise<Verification> => {
  try {
    return await signed.verify({
      ...{ signer: 0, extendedMode: true, data: new Uint8Array(Buffer.from(text, 'utf8')).buffer },
      ...(trusted === undefined ? { checkChain: false } : { checkChain: true, trustedCerts: [...trusted] }),
    });
  } catch (error) {
    return error as Verification; // the library throws its result where something does not hold
  }
};

/** RFC 3161, offline: the signature, the purpose of the certificate, and its chain at the time that the token names. */
export const checkTimestamp: TimestampChecker = async (
  bytes,
  text,
  certificates,
): Promise<TimestampVerdict> => {
  const token = tokenIn(bytes);
  if (token === null) return { kind: 'malformed' };
  if (!isOver(token.info, text)) return { kind: 'other-text' };
  const trusted = certificates.flatMap(certificatesIn);
  const { signatureVerified, signerCertificate } = await verified(token, text);
  if (signerCertificate === null || signerCertificate === undefined) return { kind: 'unknown-authority' };
  const at = token.info.genTime;
  const isPinned = trusted.some((each) => equalBytes(bytesOf(each), bytesOf(signerCertificate)));
  const { notBefore, notAfter } = signerCertificate;
  const isInTime = notBefore.value <= at && at <= notAfter.value;
  const chain = isPinned ? null : await verified(token, text, trusted);
  if (!isForStamps(signerCertificate)) return { kind: 'unknown-authority' };
  if (isPinned && signatureVerified !== true) return { kind: 'false-signature' };
  if (chain?.signerCertificateVerified === true && signatureVerified !== true)
    return { kind: 'false-signature' };
  const isTrusted = isPinned ? isInTime : chain?.signatureVerified === true;
  return isTrusted ? { kind: 'good', at: at.toISOString() } : { kind: 'unknown-authority' };
};
