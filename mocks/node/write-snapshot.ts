import { type SnapshotOptions, writeSnapshot } from "./snapshot.ts";

// A process of its own: it reads the region's sources as they are now, and keeps no server waiting.
console.log(await writeSnapshot(JSON.parse(process.argv[2] ?? "{}") as SnapshotOptions));
