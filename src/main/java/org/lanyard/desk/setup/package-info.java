/** Pages that set up the station, and the import of rosters. */
@NullMarked
package org.lanyard.desk.setup;

import org.jspecify.annotations.NullMarked;
