/** The parts that every screen uses; a package below for each task of a person. */
@NullMarked
package org.lanyard.desk;

import org.jspecify.annotations.NullMarked;
