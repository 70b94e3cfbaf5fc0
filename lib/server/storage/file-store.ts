import { env } from '@/lib/server/env';
import { FolderStore } from './folder-store';
import { S3Store } from './s3-store';

/** A file of the store on this machine's disk, for reading at any place. */
export interface LocalFile {
  path: string;
  /** To be called when done: a copy made for this reading goes. */
  release(): Promise<void>;
}

/** Where the bytes that people sent are kept. Keys are random (see newKey) and say nothing about the file. */
export interface FileStore {
  /** Moves the finished file at `path` into the store; when it throws the file at `path` is still there. */
  take(key: string, path: string): Promise<void>;
  /** Bytes of a stored file. Throws when there is none. */
  size(key: string): Promise<number>;
  local(key: string): Promise<LocalFile>;
  /** Removes a file; nothing happens when there is none. */
  remove(key: string): Promise<void>;
}

let store: FileStore | undefined;

/** The store of this installation: a bucket when one is configured, else a folder below the data folder. */
export function fileStore(): FileStore {
  store ??= env().S3_BUCKET ? new S3Store(env()) : new FolderStore(env().dataDir);
  return store;
}
