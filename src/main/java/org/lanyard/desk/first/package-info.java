/** The steps of the first run. */
@NullMarked
package org.lanyard.desk.first;

import org.jspecify.annotations.NullMarked;
