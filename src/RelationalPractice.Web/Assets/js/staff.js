import { countCharacters } from "./characters.js";
import { openDefinitions } from "./definitions.js";
import { focusErrors } from "./errors.js";
import { leaveReading } from "./reading.js";
import { sendOnce } from "./submit.js";

focusErrors();
countCharacters();
openDefinitions();
sendOnce();
leaveReading();
