/** The one door for a scan: look up, ask the hub, decide and record. */
@NullMarked
package org.lanyard.gate;

import org.jspecify.annotations.NullMarked;
