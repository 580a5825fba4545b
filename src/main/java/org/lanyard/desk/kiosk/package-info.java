/** The kiosk, and the mirror of a verdict on a second screen. */
@NullMarked
package org.lanyard.desk.kiosk;

import org.jspecify.annotations.NullMarked;
