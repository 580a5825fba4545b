/** The screen of a station that is bound to one product: a door or a lunch queue. */
@NullMarked
package org.lanyard.desk.boundstation;

import org.jspecify.annotations.NullMarked;
