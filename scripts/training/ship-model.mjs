// Puts what was trained into models/: the file, and in the manifest its checksum and the features that it weighs.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ready.mjs';

const folder = join(root, 'models');

/** `text` goes to the file as it is; its origin and licence stay as the manifest has them. */
export function shipModel(name, { file, text, features }) {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const sha256 = createHash('sha256').update(text).digest('hex');
  const entry = { ...manifest[name], file, sha256, features: features.toSorted() };
  writeFileSync(join(folder, file), text);
  writeFileSync(path, `${JSON.stringify({ ...manifest, [name]: entry }, undefined, 2)}\n`);
}
