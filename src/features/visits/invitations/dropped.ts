import { create } from "zustand";

/** Files that were dropped or chosen, to be read: whoever brings them need not know who reads (InvitationHost). */
export const useDropped = create<{ files: readonly File[] }>(() => ({ files: [] }));

export const openInvitations = (files: readonly File[]) => useDropped.setState({ files });
export const closeInvitations = () => useDropped.setState({ files: [] });

const types = ["text/calendar", "message/rfc822"];
/** An invitation by its name or its type; what it holds says the rest. */
export const isInvitation = ({ name, type }: Pick<File, "name" | "type">) => /\.(ics|eml)$/i.test(name) || types.includes(type);
/** While it is dragged, a file has a type and no name; a type that the system does not know may be one. */
export const mayBeInvitation = ({ type }: Pick<DataTransferItem, "type">) => type === "" || types.includes(type);

export const acceptedFiles = [".ics", ".eml", ...types].join(",");
