/** A minute or so each, and seldom broken: asked by `npm run endure`, not each day. */
export const isLong = process.env.JALON_LONG === "1";
