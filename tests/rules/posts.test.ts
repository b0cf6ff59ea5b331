import { describe, expect, it } from "vitest";
import { postsExceeded } from "#api/rules/posts.ts";

const before = { posts: 4, postsFilled: 2, postsCancelled: 1 };

describe("les postes comblés et annulés ne dépassent pas les postes", () => {
	it.each([
		[{}, null],
		[{ postsFilled: 3 }, null],
		[{ postsFilled: 4 }, "postsFilled"],
		[{ postsCancelled: 3 }, "postsCancelled"],
		[{ posts: 3 }, null],
		[{ posts: 2 }, "posts"],
		[{ posts: 9, postsFilled: 8 }, null],
		[{ postsFilled: 4, postsCancelled: 1 }, "postsFilled"],
	] as const)("%o → %s", (change, expected) => {
		expect(postsExceeded(before, change)).toBe(expected);
	});
});
