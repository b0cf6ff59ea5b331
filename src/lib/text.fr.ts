export const fr = { unavailable: "Le service ne répond pas pour l’instant." };
