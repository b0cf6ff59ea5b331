/** A key typed or a box ticked changes the address: nothing must stand between it and the rows. */
export const onlyWhenThePageChanges = ({ currentUrl, nextUrl }: { currentUrl: URL; nextUrl: URL }) => currentUrl.pathname !== nextUrl.pathname;
