import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Two homes for the same screens: "server" talks to an API over HTTP; "browser" carries the API in the page (npm run dev, npm run demo).
export default defineConfig(({ command, mode }) => {
	const home = mode === "demo" || (command === "serve" && !process.env.JALON_API) ? "browser" : "server";
	return {
		plugins: [react()],
		publicDir: "src/public",
		define: { "import.meta.env.VITE_HOME": JSON.stringify(home) },
		build: { outDir: mode === "demo" ? "dist-demo" : "dist", manifest: true, sourcemap: false, target: "es2022" },
		server: process.env.JALON_API ? { proxy: { "/api": process.env.JALON_API } } : {},
	};
});
