/** Values kept as bytes: a hundred thousand people in a few megabytes. */
@NullMarked
package org.lanyard.roster.packed;

import org.jspecify.annotations.NullMarked;
