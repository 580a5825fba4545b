/** The window: its frame, its screens, its keys, and every part constructed in order. */
@NullMarked
package org.lanyard.desk.shell;

import org.jspecify.annotations.NullMarked;
