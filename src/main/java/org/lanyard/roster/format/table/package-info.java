/** Files as tables: kinds of file, encodings, delimiters, sheets. Knows nothing of rosters. */
@NullMarked
package org.lanyard.roster.format.table;

import org.jspecify.annotations.NullMarked;
