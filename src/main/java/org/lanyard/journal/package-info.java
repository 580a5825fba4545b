/** Records and refusals: filter, statistics, export. Reads every table, writes none. */
@NullMarked
package org.lanyard.journal;

import org.jspecify.annotations.NullMarked;
