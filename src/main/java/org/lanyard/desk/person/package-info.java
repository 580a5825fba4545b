/** The page of one person: everything the station knows, and what can be done. */
@NullMarked
package org.lanyard.desk.person;

import org.jspecify.annotations.NullMarked;
