import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Env } from '@/lib/server/env';
import type { FileStore, LocalFile } from './file-store';

type Settings = Pick<Env, 'S3_BUCKET' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>;

/** Files in a bucket of S3 or of a server that speaks its language. */
export class S3Store implements FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: Settings) {
    if (!settings.S3_BUCKET) throw new Error('S3_BUCKET is not set.');
    this.bucket = settings.S3_BUCKET;
    const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
    this.client = new S3Client({
      region: S3_REGION,
      // Servers beside Amazon's seldom have a host name per bucket.
      ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT, forcePathStyle: true }),
      ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY && { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }),
    });
  }

  private object(key: string) {
    return { Bucket: this.bucket, Key: `files/${key}` };
  }

  async take(key: string, path: string): Promise<void> {
    await new Upload({ client: this.client, params: { ...this.object(key), Body: createReadStream(path) } }).done();
    await rm(path, { force: true });
  }

  async size(key: string): Promise<number> {
    const { ContentLength } = await this.client.send(new HeadObjectCommand(this.object(key)));
    if (ContentLength === undefined) throw new Error('The bucket does not say how large the file is.');
    return ContentLength;
  }

  async local(key: string): Promise<LocalFile> {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-file-'));
    const release = () => rm(folder, { recursive: true, force: true });
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.object(key)));
      const path = join(folder, 'file');
      await pipeline(Body as Readable, createWriteStream(path));
      return { path, release };
    } catch (error) {
      await release();
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.object(key)));
  }
}
