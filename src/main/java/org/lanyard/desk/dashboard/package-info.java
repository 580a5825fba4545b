/** Figures of the conference, fresh within a second. */
@NullMarked
package org.lanyard.desk.dashboard;

import org.jspecify.annotations.NullMarked;
