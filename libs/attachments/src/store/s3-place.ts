/** Where a bucket is, as the settings say it. Holds a secret: never print it. */
export type S3Place = {
  /** Null: the endpoint that AWS has for the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`: what most servers of one's own want. */
  readonly pathStyle: boolean;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};
