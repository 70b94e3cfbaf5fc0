import { watchSources } from '@/bin/build.mjs';
import { runProduct } from '@/lib/server/runtime/run-product';

/** `foyer dev`: the product with hot reload of web and worker. */
export async function dev(): Promise<number> {
  const watching = await watchSources();
  try {
    return await runProduct({ dev: true }, (line) => process.stdout.write(`${line}\n`));
  } finally {
    watching.stop();
  }
}
