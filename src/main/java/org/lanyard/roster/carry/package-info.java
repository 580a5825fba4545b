/** Carries what was used to where the purchase goes (R38). */
@NullMarked
package org.lanyard.roster.carry;

import org.jspecify.annotations.NullMarked;
