/** RFC 4648 section 4, strict: the one spelling of these bytes, or `null`. */
export const decodeBase64 = (text: string): Uint8Array | null => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
};

export const encodeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
