/** Who may enter: check-ins, doors, exits. Each mode is a rule that {@code gate} asks. */
@NullMarked
package org.lanyard.checkin;

import org.jspecify.annotations.NullMarked;
