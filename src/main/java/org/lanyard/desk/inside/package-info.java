/** The list of people inside the venue, or a room (R33). */
@NullMarked
package org.lanyard.desk.inside;

import org.jspecify.annotations.NullMarked;
