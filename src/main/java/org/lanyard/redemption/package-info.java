/** Items handed out, never more often than bought. */
@NullMarked
package org.lanyard.redemption;

import org.jspecify.annotations.NullMarked;
