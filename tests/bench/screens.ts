export async function measureScreens() {}
