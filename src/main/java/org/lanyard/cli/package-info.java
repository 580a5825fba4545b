/** The same station without a screen, for scripts, turnstiles and terminals. */
@NullMarked
package org.lanyard.cli;

import org.jspecify.annotations.NullMarked;
