import { countCharacters } from "./characters.js";
import { openDefinitions } from "./definitions.js";
import { focusErrors } from "./errors.js";
import { leaveReading } from "./reading.js";
import { hideSelection } from "./hiding.js";
import { sendOnce } from "./submit.js";

focusErrors();
countCharacters();
openDefinitions();
hideSelection();
sendOnce();
leaveReading();
