import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@/lib/server/actor';
import { commandLineActor } from '@/lib/server/command-line/command-line-actor';
import { DEMO_INSTITUTIONS, DEMO_PEOPLE } from '@/lib/server/demo/demo-institutions';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport } from '@/lib/server/imports/get-import';
import { withDatabase } from '@/lib/server/runtime/with-database';
import { findUpload } from '@/lib/server/uploads/find-upload';
import { finishUpload } from '@/lib/server/uploads/finish-upload';
import { uploadPath } from '@/lib/server/uploads/upload-folder';
import { confirm, suggestedMapping } from '@/lib/testing/run-import';
import { writeContactFile } from './contact-file';
import { type Measured, measured } from './measures';
import { type Product, startProduct } from './product';
import type { Stage } from './stopwatch';

/** Pages that somebody looks at while a colleague imports. */
const PAGES = ['/', '/imports', '/contacts?environment=PP', '/contacts?environment=PP&search=person9', '/formats'];
/** Times that each is asked for at rest; while a file is imported they are asked for until it is applied. */
const ROUNDS = 40;
/** Between two pages of one person, in milliseconds. */
const PAUSE_MS = 50;

/** Milliseconds that pages took, one after the other, as long as `goOn` says so. */
async function sample(product: Product, cookie: string, goOn: (round: number) => boolean): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; goOn(round); round++) {
    for (const page of PAGES) {
      const start = performance.now();
      const answer = await fetch(`${product.url}${page}`, { headers: { cookie }, redirect: 'manual' });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${page} answered ${answer.status} instead of a page.`);
      taken.push(performance.now() - start);
      await wait(PAUSE_MS);
    }
  }
  return taken;
}

const p95 = (taken: number[]): number => [...taken].sort((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? 0;

/** Has the product's own worker do the next step, and waits for it. */
async function until(actor: Actor, importId: number, wanted: ImportState): Promise<void> {
  for (;;) {
    const { state, error } = await getImport(actor, { importId });
    if (state === wanted) return;
    if (state === 'failed' || state === 'stopped') throw new Error(`The import ended as ${state}: ${JSON.stringify(error)}`);
    await wait(250);
  }
}

/** Sends a file as a browser does, and confirms what is proposed. */
async function importByWorker(folder: string, rows: number): Promise<void> {
  const actor = await commandLineActor(DEMO_INSTITUTIONS[0]?.code);
  const path = join(folder, 'contacts.csv');
  writeContactFile(path, rows);
  const { importId } = await createImport(actor, { fileName: 'contacts.csv', size: (await stat(path)).size, environment: 'PP' });
  const target = await findUpload(actor, { importId });
  await mkdir(dirname(uploadPath(target.key)), { recursive: true });
  await copyFile(path, uploadPath(target.key));
  await finishUpload(target);
  await until(actor, importId, 'read');
  await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId) });
  await until(actor, importId, 'planned');
  await confirm(actor, importId);
  await until(actor, importId, 'applied');
}

/** Starts the whole product and asks for pages at rest and while its worker imports a file of `rows` contacts. */
export async function pageBench(folder: string, rows: number): Promise<{ stages: Stage[]; measures: Measured[] }> {
  const product = await startProduct(folder);
  try {
    const cookie = await product.signIn(DEMO_PEOPLE[0]?.email ?? '');
    await sample(product, cookie, (round) => round < 3);
    const idle = p95(await sample(product, cookie, (round) => round < ROUNDS));
    let ended = false;
    let memory = 0;
    const start = performance.now();
    const importing = withDatabase(() => importByWorker(folder, rows)).finally(() => {
      ended = true;
    });
    const busy = p95(
      await sample(product, cookie, () => {
        memory = Math.max(memory, product.memoryMb());
        return !ended;
      }),
    );
    await importing;
    const seconds = (performance.now() - start) / 1000;
    return {
      stages: [
        { stage: 'the product imports', rows, seconds },
        { stage: 'a page at rest (p95)', rows: 1, seconds: idle / 1000 },
        { stage: 'a page meanwhile (p95)', rows: 1, seconds: busy / 1000 },
      ],
      measures: [measured('page-p95', busy / idle), measured('peak-memory-mb', memory)],
    };
  } finally {
    await product.stop();
  }
}
