import { Combobox } from "./Combobox.tsx";
import { Menu } from "./Menu.tsx";

/** Everything that stands on react-aria-components, in one object so that it travels in one chunk. */
export const aria = { Combobox, Menu };
