import { statfs } from 'node:fs/promises';

/** Room on the disk of a folder, in bytes. */
export interface DiskRoom {
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Less than a gigabyte, or than five hundredths of the disk, is left. */
  readonly low: boolean;
}

const gigabyte = 1024 ** 3;

/** How much room is left for this process where a folder lies. Throws when the folder is not there. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const [freeBytes, totalBytes] = [bavail * bsize, blocks * bsize];
  return { freeBytes, totalBytes, low: freeBytes < gigabyte || freeBytes < totalBytes * 0.05 };
}
