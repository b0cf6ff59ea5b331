import { createReadStream, type ReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { DamagedBackup } from "./damaged.ts";

const block = 512;
const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
const padding = (size: number) => (block - (size % block)) % block;
const sumOf = (header: Buffer) => header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);

function headerOf(name: string, size: number, at: Date): Buffer {
	const header = Buffer.alloc(block);
	const put = (text: string, offset: number) => header.write(text, offset, "latin1");
	put(name, 0);
	put(octal(0o600, 8), 100);
	put(octal(0, 8), 108);
	put(octal(0, 8), 116);
	put(octal(size, 12), 124);
	put(octal(Math.floor(at.getTime() / 1000), 12), 136);
	put("0ustar\x0000", 156);
	put(`${octal(sumOf(header), 7)} `, 148);
	return header;
}

/** An ordinary tar that anybody can open: what is kept must outlive the program that kept it. */
export class TarWriter {
	readonly #file: FileHandle;
	readonly #at: Date;
	private constructor(file: FileHandle, at: Date) {
		this.#file = file;
		this.#at = at;
	}
	static async create(path: string, at: Date): Promise<TarWriter> {
		return new TarWriter(await open(path, "wx", 0o600), at);
	}
	async add(name: string, content: Buffer | { path: string }): Promise<void> {
		const size = "path" in content ? (await stat(content.path)).size : content.length;
		await this.#file.appendFile(headerOf(name, size, this.#at));
		if ("path" in content) for await (const chunk of createReadStream(content.path)) await this.#file.appendFile(chunk as Buffer);
		else await this.#file.appendFile(content);
		await this.#file.appendFile(Buffer.alloc(padding(size)));
	}
	/** The end of the tar, on the disk. */
	async finish(): Promise<void> {
		await this.#file.appendFile(Buffer.alloc(2 * block));
		await this.#file.sync();
		await this.#file.close();
	}
	abandon = () => this.#file.close().catch(() => undefined);
}

export type TarEntry = { name: string; size: number; read(): ReadStream };

/** The entries of a tar, in order; a header that does not add up, or a content cut short, is a damaged file. */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
	const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
		throw new DamagedBackup(`The file ${path} cannot be read (${error.code}).`);
	});
	try {
		const { size: total } = await file.stat();
		const header = Buffer.alloc(block);
		for (let offset = 0; offset + block <= total; ) {
			await file.read(header, 0, block, offset);
			if (header.every((byte) => byte === 0)) return;
			const text = (start: number, length: number) => header.toString("latin1", start, start + length).replace(/\0.*$/s, "");
			const size = Number.parseInt(text(124, 12), 8);
			const start = offset + block;
			if (Number.parseInt(text(148, 8), 8) !== sumOf(header) || !(start + size <= total))
				throw new DamagedBackup(`The backup ${path} is damaged or cut short.`);
			yield { name: text(0, 100), size, read: () => createReadStream(path, size > 0 ? { start, end: start + size - 1 } : { start: 0, end: -1 }) };
			offset = start + size + padding(size);
		}
	} finally {
		await file.close();
	}
}
