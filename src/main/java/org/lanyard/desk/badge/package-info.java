/** Questions about badges that the desk asks while it works. */
@NullMarked
package org.lanyard.desk.badge;

import org.jspecify.annotations.NullMarked;
