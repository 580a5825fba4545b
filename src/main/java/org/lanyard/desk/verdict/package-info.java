/** The verdict as it is drawn on every screen. */
@NullMarked
package org.lanyard.desk.verdict;

import org.jspecify.annotations.NullMarked;
