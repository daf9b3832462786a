// The behaviour of the staff pages that a browser must have by itself: everything else is decided by the service.
import './compose.js';
import './keys.js';
import './look.js';
import './reading.js';
import './reconnect.js';
