/** Asks for a PIN. */
@NullMarked
package org.lanyard.desk.pin;

import org.jspecify.annotations.NullMarked;
