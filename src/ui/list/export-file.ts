import { fold } from "#contract/fold.ts";
import { dialectOf } from "#lib/csv.ts";
import { exportList, saveFile } from "#lib/list-export.ts";
import { savedColumns } from "./saved-columns.ts";

/** All that writing a file takes, in one chunk. */
export { dialectOf, exportList, fold, savedColumns, saveFile };
