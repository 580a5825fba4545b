/** The scan screen. */
@NullMarked
package org.lanyard.desk.scan;

import org.jspecify.annotations.NullMarked;
