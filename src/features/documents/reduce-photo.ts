const longestSide = 3000;

/**
 * A photograph larger than a screen can show is reduced on the device, before it is sent: a tenth of the weight, and nothing of what the
 * camera noted (the place, above all) goes with it. What the browser cannot draw is sent as it is.
 */
export async function reducePhoto(file: File): Promise<Blob> {
	if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
	const picture = await createImageBitmap(file).catch(() => null);
	if (!picture) return file;
	const ratio = longestSide / Math.max(picture.width, picture.height);
	if (ratio >= 1) {
		picture.close();
		return file;
	}
	const canvas = new OffscreenCanvas(Math.round(picture.width * ratio), Math.round(picture.height * ratio));
	canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return canvas.convertToBlob({ type: file.type, quality: 0.85 });
}
