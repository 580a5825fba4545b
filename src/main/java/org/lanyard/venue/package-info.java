/** The stations of a venue, their doors and staff, and the typed settings of this one. */
@NullMarked
package org.lanyard.venue;

import org.jspecify.annotations.NullMarked;
