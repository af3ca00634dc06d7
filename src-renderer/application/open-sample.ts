import type { Result } from '../domain/model/result';
import type { CommitFailure } from './ports/storage';
import { openSample } from './sample';
import type { Services } from './services';

/** The setting that keeps which project is the sample. */
const SAMPLE_PROJECT = 'sampleProject';

/**
 * The sample project: the one that was made before, with what the person did in it, else a new one.
 * Out: its id, or why it could not be written.
 */
export async function findOrMakeSample(services: Services): Promise<Result<string, CommitFailure>> {
  const { storage } = services;
  const known = await storage.readSetting(SAMPLE_PROJECT);
  const projects = await storage.listProjects();
  const made = projects.find(({ id, deletedAt }) => id === known && deletedAt === null);
  if (made) return { ok: true, value: made.id };
  const created = await openSample(services);
  if (created.ok) await storage.writeSetting(SAMPLE_PROJECT, created.value);
  return created;
}
