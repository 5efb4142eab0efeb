import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UserError } from '../errors/errors.ts';

const manifestFile = 'manifest.json';

const modelSchema = z.object({
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  origin: z.string().min(1),
  licence: z.string().min(1),
  /** What the model weighs: names of features, or the parts of their names that say of what kind they are. */
  features: z.array(z.string().min(1)).min(1),
});

const manifestSchema = z.object({ names: modelSchema, answers: modelSchema, sources: modelSchema });

export type ModelName = keyof z.infer<typeof manifestSchema>;

const mend = 'Put the folder models/ back as it was shipped (git checkout models), or train the model anew.';

/**
 * The text of a trained model. Throws UserError when it is missing, is not the file that the manifest names, or weighs a feature
 * that the code does not know.
 */
export function readModel(name: ModelName, isKnown: (feature: string) => boolean, folder = modelsFolder()): string {
  const { file, features, sha256 } = readManifest(folder)[name];
  const unknown = features.filter((feature) => !isKnown(feature));
  if (unknown.length > 0)
    throw new UserError(`The model ${file} weighs features that the code does not know: ${unknown.join('; ')}.`, mend);
  const text = readText(folder, file);
  if (createHash('sha256').update(text).digest('hex') !== sha256)
    throw new UserError(`The model ${join(folder, file)} was altered: its checksum is not that of the manifest.`, mend);
  return text;
}

/** Throws UserError for the first model that is missing or altered; returns the names of their files. */
export function checkModelFiles(folder = modelsFolder()): string[] {
  const manifest = readManifest(folder);
  const names = manifestSchema.keyof().options;
  for (const name of names) readModel(name, () => true, folder);
  return names.map((name) => manifest[name].file);
}

function readManifest(folder: string): z.infer<typeof manifestSchema> {
  const text = readText(folder, manifestFile);
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new UserError(`${join(folder, manifestFile)} is no manifest of models.`, mend, { cause });
  }
}

function readText(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) throw new UserError(`There is no ${path}.`, mend);
  return readFileSync(path, 'utf8');
}

/** The nearest models/ above this module: it stands in src, in dist, or below dist-eval. */
function modelsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let at = here; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'models', manifestFile))) return join(at, 'models');
  }
  throw new UserError('The folder models/ with its manifest.json is missing.', mend);
}
