/** The list of records, and the page of one. */
@NullMarked
package org.lanyard.desk.journal;

import org.jspecify.annotations.NullMarked;
