/**
 * Posts filled and cancelled never exceed the posts declared (domain §3.1 « Postes »). The field at fault is one of those sent,
 * so that the sentence stands beside what was just typed; null when all is well.
 */
export function postsExceeded(
	before: { posts: number; postsFilled: number; postsCancelled: number },
	change: { posts?: number | undefined; postsFilled?: number | undefined; postsCancelled?: number | undefined },
): "postsFilled" | "postsCancelled" | "posts" | null {
	const posts = change.posts ?? before.posts;
	const taken = (change.postsFilled ?? before.postsFilled) + (change.postsCancelled ?? before.postsCancelled);
	if (taken <= posts) return null;
	if (change.postsFilled !== undefined) return "postsFilled";
	return change.postsCancelled !== undefined ? "postsCancelled" : "posts";
}
