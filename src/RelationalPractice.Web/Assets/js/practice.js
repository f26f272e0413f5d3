// Families' pages work without any of this; it keeps nothing on the device.
import { countCharacters } from "./characters.js";
import { openDefinitions } from "./definitions.js";
import { pressDials } from "./dial.js";
import { focusErrors } from "./errors.js";
import { leaveQuickly } from "./leave.js";
import { sendOnce } from "./submit.js";

leaveQuickly();
focusErrors();
countCharacters();
openDefinitions();
pressDials();
sendOnce();
