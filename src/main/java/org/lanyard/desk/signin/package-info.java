/** Signs staff in. */
@NullMarked
package org.lanyard.desk.signin;

import org.jspecify.annotations.NullMarked;
