import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./Button.tsx";

type DialogButtonsProps = Pick<ButtonProps, "variant" | "busy" | "disabledReason"> & {
	cancel: ReactNode;
	onCancel: () => void;
	submit: ReactNode;
	/** Nothing is left to type: Enter is enough. */
	"data-autofocus"?: boolean;
};

/** How a dialog that is a form ends: the way out, then what it does. */
export function DialogButtons({ cancel, onCancel, submit, variant = "primary", ...state }: DialogButtonsProps) {
	return (
		<>
			<Button onClick={onCancel}>{cancel}</Button>
			<Button type="submit" variant={variant} {...state}>
				{submit}
			</Button>
		</>
	);
}
