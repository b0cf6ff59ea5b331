/**
 * Loaded before the server (`--import`): a password is hashed for a fraction of its price, the same way everywhere, except while a
 * given file exists. For tests of what accounts do, not of what a password costs: they hash hundreds of them.
 */
import crypto from "node:crypto";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const fullPriceWhen = process.env.JALON_SCRYPT_FULL_WHEN;
if (fullPriceWhen) {
	const real = crypto.scrypt;
	const quick = (password: string, salt: Buffer, length: number, options: crypto.ScryptOptions, done: (error: Error | null, key: Buffer) => void) =>
		real(password, salt, length, fs.existsSync(fullPriceWhen) ? options : { ...options, N: 2 ** 10, p: 1 }, done);
	Object.assign(crypto, { scrypt: quick });
	syncBuiltinESMExports();
}
