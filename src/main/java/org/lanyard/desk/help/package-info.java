/** The manual inside the program: its pages, and the window that shows them. */
@NullMarked
package org.lanyard.desk.help;

import org.jspecify.annotations.NullMarked;
