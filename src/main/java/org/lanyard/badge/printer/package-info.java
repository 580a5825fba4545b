/** Sends one badge to one printer, and says how far that came. Nothing here knows of jobs or of the database. */
@NullMarked
package org.lanyard.badge.printer;

import org.jspecify.annotations.NullMarked;
