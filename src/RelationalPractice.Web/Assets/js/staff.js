import { countCharacters } from "./characters.js";
import { codeFaster } from "./coding.js";
import { openDefinitions } from "./definitions.js";
import { focusErrors } from "./errors.js";
import { leaveReading } from "./reading.js";
import { hideSelection } from "./hiding.js";
import { keepInterview } from "./interview.js";
import { sendOnce } from "./submit.js";

focusErrors();
countCharacters();
codeFaster();
openDefinitions();
hideSelection();
keepInterview();
sendOnce();
leaveReading();
