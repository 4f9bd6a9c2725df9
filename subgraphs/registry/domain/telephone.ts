/** Whether a text is a telephone number that could be dialled from here. */
import { parsePhoneNumberFromString } from "libphonenumber-js";

/** Of Canada or its neighbours as they are written here, of any other country with its code (+33 …). */
export function isTelephone(text: string): boolean {
  return text.trim() === text && (parsePhoneNumberFromString(text, "CA")?.isValid() ?? false);
}
